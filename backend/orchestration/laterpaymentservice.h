// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/payment.h"
#include "backend/kernel/actor.h"
#include "backend/kernel/origin.h"
#include "backend/payments/gateways.h"
#include "backend/saga/sagaengine.h"

#include <string>

namespace tp::orchestration {

/// Pays orders that were placed without payments. A payment waits, and no gateway is asked, until
/// all of them cover the order's total; then the checkout takes them at once.
class LaterPaymentService
{
public:
    /// Both outlive this.
    LaterPaymentService(const saga::SagaEngine &sagas, const payments::Gateways &gateways)
        : m_sagas(sagas)
        , m_gateways(gateways)
    {}

    struct Who
    {
        Actor actor;
        Origin origin;
        std::string createHash; ///< Of the body.
    };

    struct Added
    {
        PaymentId id;
        bool isNew = true;
        saga::Standing standing; ///< Of the checkout, where it has begun.
    };

    /// NotFound (the order, or it is another's), IllegalTransition (it is not pending, or something
    /// is being done with it), Forbidden, IdTaken; InvalidBody for method, gateway, token, amount.
    Result<Added> add(storage::UnitOfWork &work, const contract::NewPayment &body,
                      const Who &who) const;

    /// As it stands; neither it nor its order is changed by others from now on. NotFound.
    Result<payments::Payment> held(storage::UnitOfWork &work, PaymentId id, const Who &who) const;

    /// Takes back one that is held and still waits. IllegalTransition.
    Result<void> cancel(storage::UnitOfWork &work, const payments::Payment &payment,
                        const Who &who) const;

private:
    const saga::SagaEngine &m_sagas;
    const payments::Gateways &m_gateways;
};

} // namespace tp::orchestration

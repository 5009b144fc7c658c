// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/neworder.h"
#include "backend/kernel/actor.h"
#include "backend/kernel/origin.h"
#include "backend/orchestration/orderdraft.h"
#include "backend/payments/gateways.h"
#include "backend/saga/sagaengine.h"
#include "backend/storage/unitofwork.h"

#include <string>

namespace tp::orchestration {

/// Places orders and sells: in the unit of work that it is handed, whatever is paid in front of the
/// cashier happens at once.
class SaleService
{
public:
    SaleService(const saga::SagaEngine &sagas, const payments::Gateways &gateways)
        : m_sagas(sagas)
        , m_gateways(gateways)
    {}

    struct Who
    {
        Actor actor;
        Origin origin;
        std::string createHash; ///< Of the body.
    };

    struct Placed
    {
        OrderId id;
        bool isNew = true;
        saga::Standing standing; ///< Of its saga, if it has one: to be followed once committed.
    };

    /// The order, with what became of it. Errors are those of a body that is not valid; what the
    /// saga refuses is an order too.
    Result<Placed> place(storage::UnitOfWork &work, const contract::NewOrder &body,
                         const Who &who) const;

private:
    Result<void> checkNew(const contract::NewOrder &body, const OrderDraft &draft) const;
    Result<void> addPayments(storage::UnitOfWork &work, const contract::NewOrder &body,
                             const OrderDraft &draft) const;
    Result<void> record(storage::UnitOfWork &work, OrderDraft &draft, const Who &who) const;
    Result<saga::Standing> checkOut(storage::UnitOfWork &work, const contract::NewOrder &body,
                                    const OrderDraft &draft, const Who &who) const;

    const saga::SagaEngine &m_sagas;
    const payments::Gateways &m_gateways;
};

} // namespace tp::orchestration

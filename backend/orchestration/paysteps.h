// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/orchestration/gatewaytalk.h"
#include "backend/orders/order.h"

namespace tp::orchestration {

/// The money of a checkout. First every card is authorized, which can be let go again; then all is
/// taken at once, cash and cards alike. What is handed over is taken last, so that it never has to
/// be handed back because of a card.
///
/// Each question to a gateway has a key of saga, step and place of the payment in its order.
class PaySteps
{
public:
    /// The gateways outlive this.
    explicit PaySteps(const payments::Gateways &gateways) : m_gateways(gateways) {}

    Result<saga::Turn> authorize(storage::UnitOfWork &work, const saga::SagaView &view) const;
    Result<saga::Turn> letGo(storage::UnitOfWork &work, const saga::SagaView &view) const;

    Result<saga::Turn> take(storage::UnitOfWork &work, const saga::SagaView &view) const;
    Result<saga::Turn> inquire(storage::UnitOfWork &work, const saga::SagaView &view) const;
    Result<saga::Turn> giveBack(storage::UnitOfWork &work, const saga::SagaView &view) const;

    /// Of either step.
    Result<void> settle(storage::UnitOfWork &work, const saga::SagaView &view,
                        const saga::Reply &reply) const;

private:
    Result<saga::Turn> askAll(storage::UnitOfWork &work, const saga::SagaView &view,
                              const QList<payments::Payment> &cards, payments::Action action) const;

    const payments::Gateways &m_gateways;
};

} // namespace tp::orchestration

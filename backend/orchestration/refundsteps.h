// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/orchestration/gatewaytalk.h"
#include "backend/orchestration/moneyback.h"

namespace tp::orchestration {

/// The money of a refund, a return or a cancel, part by part. Gateways are asked first; what is
/// handed back follows once they have answered, so that nothing is handed out for a refund that
/// does not happen. Where a gateway refuses some parts and did others, what was done stands, and a
/// person is told of the rest.
class RefundSteps
{
public:
    /// The gateways outlive this.
    explicit RefundSteps(const payments::Gateways &gateways) : m_gateways(gateways) {}

    Result<saga::Turn> giveBack(storage::UnitOfWork &work, const saga::SagaView &view) const;
    Result<saga::Turn> inquire(storage::UnitOfWork &work, const saga::SagaView &view) const;

    /// Money cannot be called back: what may still happen is found out, and no more is asked for.
    Result<saga::Turn> giveUp(storage::UnitOfWork &work, const saga::SagaView &view) const;

    Result<void> settle(storage::UnitOfWork &work, const saga::SagaView &view,
                        const saga::Reply &reply) const;

    struct Given
    {
        Money handed;         ///< Changed hands, in all.
        bool isShort = false; ///< Some of what was decided could not be given back.
    };
    static Result<Given> given(storage::UnitOfWork &work, const saga::SagaView &view,
                               Currency currency);

private:
    const payments::Gateways &m_gateways;
};

} // namespace tp::orchestration

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/payment.h"
#include "backend/kernel/grant.h"
#include "backend/orchestration/moneyback.h"
#include "backend/orders/order.h"
#include "backend/saga/sagaengine.h"

namespace tp::orchestration {

/// Begins what takes an order back, in whole or in part: refunds, returns, cancels. Each decides at
/// once what is to be given back, so that what cannot be is refused before anything happens.
///
/// IllegalTransition where the order is not one that can be, or something else is being done with
/// it; RefundExceedsCaptured; InvalidBody that names the line or the amount.
class ReturnService
{
public:
    /// The engine outlives this.
    explicit ReturnService(const saga::SagaEngine &sagas) : m_sagas(sagas) {}

    /// Money of one payment; the goods of the lines, where there are any.
    Result<saga::Standing> refund(storage::UnitOfWork &work, PaymentId id,
                                  const contract::NewRefund &body, const Origin &origin) const;

    /// Goods, and the money for them: of the payments of the order, the last first.
    Result<saga::Standing> takeBack(storage::UnitOfWork &work, orders::Order order,
                                    const contract::NewReturn &body, const Origin &origin) const;

    /// All of an order. One that is not paid needs no saga: it is cancelled when this returns.
    Result<saga::Standing> cancel(storage::UnitOfWork &work, orders::Order order,
                                  const Origin &origin) const;

private:
    Result<saga::Standing> begin(storage::UnitOfWork &work, std::string_view kind, OrderId order,
                                 const MoneyBack &back) const;

    const saga::SagaEngine &m_sagas;
};

/// Of which order a payment is. NotFound.
Result<OrderId> orderPaidBy(storage::UnitOfWork &work, PaymentId payment);

} // namespace tp::orchestration

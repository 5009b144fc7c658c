// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/payments/paymentbook.h"
#include "backend/storage/unitofwork.h"

#include <optional>

namespace tp::payments {

/// The SQL that changes payments: a row each, and the entries that it follows.
class PaymentStore
{
public:
    /// False, and nothing done, when there is a payment of that id.
    static Result<bool> insert(storage::UnitOfWork &work, const Payment &payment);

    /// As it stands; nobody else changes it until the unit of work ends.
    static Result<std::optional<Payment>> held(storage::UnitOfWork &work, PaymentId id);

    /// Those of an order, by position, held alike.
    static Result<QList<Payment>> heldOfOrder(storage::UnitOfWork &work, OrderId order);

    /// RefundExceedsCaptured.
    static Result<void> update(storage::UnitOfWork &work, const Payment &payment);

    static Result<PaymentBook> book(storage::UnitOfWork &work, const Payment &payment);

    /// Conflict when the key is another payment's, or another said the same at this moment.
    static Result<void> append(storage::UnitOfWork &work, PaymentId id, const PaymentEntry &entry);
};

} // namespace tp::payments

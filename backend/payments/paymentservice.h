// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/origin.h"
#include "backend/payments/payment.h"
#include "backend/storage/unitofwork.h"

#include <QList>

#include <optional>
#include <string>

namespace tp::payments {

/// What one can do with a payment without a gateway, each inside a unit of work that is handed in.
/// Every verb may be said again with its key: that is a success and changes nothing.
class PaymentService
{
public:
    struct Created
    {
        PaymentId id;
        bool isNew = true; ///< False: the same body made it before.
    };

    /// Pending. IdTaken.
    Result<Created> create(storage::UnitOfWork &work, const NewPayment &wanted) const;

    /// Cash or external, captured at once: one entry, under `key`. IdTaken.
    Result<Created> createTaken(storage::UnitOfWork &work, const NewPayment &wanted,
                                const std::string &key) const;

    /// As it stands; nobody else changes it until the unit of work ends. What is not `owner`'s is
    /// NotFound, where there is an owner.
    Result<Payment> held(storage::UnitOfWork &work, PaymentId id,
                         const std::string &owner = {}) const;

    /// All of an order, by position, held alike.
    Result<QList<Payment>> heldOfOrder(storage::UnitOfWork &work, OrderId order) const;

    /// A pending one of cash or external, held in this unit of work, is captured; what it is then.
    /// IllegalTransition.
    Result<Payment> take(storage::UnitOfWork &work, const Payment &payment,
                         const std::string &key) const;

    /// A pending one that no gateway was asked for is voided; one that is voided stays so.
    /// NotFound, IllegalTransition: what is authorized is the gateway's to void.
    Result<Payment> cancel(storage::UnitOfWork &work, PaymentId id, const std::string &key) const;

    /// What people write on it. The reference of a gateway is not theirs to change (InvalidBody,
    /// ReadOnly).
    struct Change
    {
        std::optional<QString> reference; ///< Empty: none.
        std::optional<QString> note;
    };

    /// NotFound. The version counts on only if something changed.
    Result<void> change(storage::UnitOfWork &work, PaymentId id, const Change &change,
                        const Origin &origin) const;
};

} // namespace tp::payments

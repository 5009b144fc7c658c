// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/payments/paymentbook.h"
#include "backend/pricing/refund.h"
#include "backend/storage/unitofwork.h"

#include <optional>
#include <string>

namespace tp::payments {

/// Gives money back, in parts and again and again, never more than was taken.
class RefundService
{
public:
    struct Refund
    {
        PaymentId id;
        std::optional<Money> amount; ///< Of the order's; nothing: all that is left.
        qint64 cashStepMinor = 1;    ///< The order's smallest coin.
        std::string key;
    };

    struct Begun
    {
        Payment payment;                   ///< As it is now.
        pricing::GivenBack given;          ///< What comes back of it.
        std::optional<GatewayAsk> ask;     ///< What to ask; nothing where it is done.
        std::optional<GatewayReply> known; ///< What became of that, if it is known already.
        bool isNew = true;                 ///< False: the same key began it before.
    };

    /// Cash and external are given back at once; of a gateway it is written down what to ask, the
    /// amount is held against other refunds, and GatewayAskService::record() ends it. NotFound,
    /// IllegalTransition (nothing was taken), RefundExceedsCaptured, InvalidBody, Conflict (the key
    /// stands for something else).
    Result<Begun> refund(storage::UnitOfWork &work, const Refund &wanted) const;

    /// What changed hands by that key; nothing where it did not, or nobody knows. NotFound.
    Result<std::optional<Money>> handed(storage::UnitOfWork &work, PaymentId id,
                                        const std::string &key) const;

    /// So much of the order's amount can still be given back. What was asked of a gateway and is
    /// not known counts as given back.
    static Money left(const Payment &payment);
};

} // namespace tp::payments

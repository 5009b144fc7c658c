// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/payments/paymentbook.h"
#include "backend/storage/unitofwork.h"

#include <optional>
#include <string>

namespace tp::payments {

/// Asking a gateway in two halves, between which no transaction is open: the question is written
/// down and committed, then put, and its answer is written down by the same key. The key stands
/// for the act, never for the attempt: after a crash the same is asked again. Both halves may be
/// said again: that is a success and changes nothing.
class GatewayAskService
{
public:
    struct Begun
    {
        GatewayAsk ask;
        bool isNew = true;                 ///< False: it was written down before.
        std::optional<GatewayReply> known; ///< What became of it, if that is known already.
    };

    /// To authorize, capture or void. A void of what is voided is known to be done. NotFound,
    /// IllegalTransition: from here that cannot be, or another question is open; Conflict: the key
    /// stands for something else.
    Result<Begun> begin(storage::UnitOfWork &work, PaymentId id, Action action,
                        const std::string &key) const;

    /// What a gateway may still do of what it was asked, and what it holds.
    struct Open
    {
        std::optional<GatewayAsk> ask; ///< Nobody knows what became of this authorization, capture
                                       ///< or void.
        bool holdsAuthorization = false;
    };
    Result<Open> open(storage::UnitOfWork &work, const Payment &payment) const;

    struct Recorded
    {
        Payment payment;
        bool isNew = true; ///< False: this was known before.

        /// The gateway did it after all, when it was given up already. The payment follows where
        /// it can; one that has failed or is voided stays so. Whoever records it looks what that
        /// means: a late authorization must be voided, which begin() allows, and of a late capture
        /// that could not follow (its entry says "late") a person must be told.
        bool isLate = false;
    };

    /// What the gateway said to the question under `key`, a refund's too. GatewayNotFound gives it
    /// up, so say it only when it is not asked again: an authorization then has failed, a capture
    /// or void leaves what was authorized, and what a refund held is free again. NotFound: there is
    /// no such payment, or it was never asked.
    Result<Recorded> record(storage::UnitOfWork &work, PaymentId id, const std::string &key,
                            const GatewayReply &reply) const;
};

} // namespace tp::payments

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/payments/paymentgateway.h"
#include "backend/storage/unitofwork.h"

#include <optional>
#include <string>

namespace tp::payments {

/// The SQL of the test gateway's books, which are a database of their own.
class TestGatewayStore
{
public:
    /// What was asked, and what came of it.
    struct Ask
    {
        std::string key;
        std::string action;
        std::string subject;  ///< The token of an authorization, else the reference.
        std::string currency; ///< Empty: a void, which names no amount.
        qint64 amount = 0;
        std::string outcome; ///< done, refused, failed.
        std::string reference;
        std::string code;

        bool isSameQuestion(const Ask &other) const
        {
            return action == other.action && subject == other.subject &&
                   currency == other.currency && amount == other.amount;
        }
    };

    /// Money of a card.
    struct Hold
    {
        std::string reference;
        std::string token;
        std::string currency;
        qint64 authorized = 0;
        std::optional<qint64> captured;
        qint64 refunded = 0;
        bool isVoided = false;
    };

    static Result<std::optional<Ask>> ask(storage::Session &session, const std::string &key);
    /// The first time, or in the place of one that failed.
    static Result<void> put(storage::UnitOfWork &work, const Ask &ask);

    static Result<std::optional<Hold>> hold(storage::Session &session,
                                            const std::string &reference);
    static Result<void> put(storage::UnitOfWork &work, const Hold &hold);

    /// One line of the ledger.
    static Result<void> append(storage::UnitOfWork &work, const std::string &action,
                               const std::string &key, const std::string &currency, qint64 amount);
};

} // namespace tp::payments

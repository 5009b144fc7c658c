// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/payments/testgatewaystore.h"

namespace tp::payments {

/// What the test gateway does when it is asked, each question in one unit of work of its books.
class TestGatewayBooksService
{
public:
    struct Question
    {
        Action action = Action::Authorize;
        std::string key;
        std::string subject;         ///< The token of an authorization, else the reference.
        std::optional<Money> amount; ///< Nothing: a void.
    };

    struct Answered
    {
        GatewayReply reply;
        std::optional<qint64> afterMs = 0; ///< Nothing: the answer is lost.
    };

    /// Does what is asked, once, and says how that goes.
    Result<Answered> answer(storage::UnitOfWork &work, const Question &question) const;

    /// What became of a key.
    Result<GatewayReply> status(storage::Session &session, const std::string &key) const;
};

} // namespace tp::payments

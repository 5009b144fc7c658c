// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/jsonwriter.h"
#include "backend/kernel/uuid.h"
#include "backend/storage/session.h"

#include <optional>
#include <string>

namespace tp::payments {

/// What is shown of payments: rows that become the contract's JSON without an entity between.
class PaymentQueries
{
public:
    struct Filter
    {
        std::string owner;  ///< Only theirs; empty: everybody's. Who may see no other.
        std::string user;   ///< Empty: any.
        std::string status; ///< Empty: any.
    };

    /// Behind which row of a list, newest first, the page begins.
    struct After
    {
        qint64 createdAtMs = 0;
        std::string id;
    };

    /// Writes one Payment; its ETag. NotFound, also for what is another's than `owner`.
    Result<std::string> write(storage::Session &session, PaymentId id, const std::string &owner,
                              contract::JsonWriter &json) const;

    /// Writes the Payments of a page, newest first; the place of the last if there are more.
    Result<std::optional<After>> writePage(storage::Session &session, const Filter &filter,
                                           const std::optional<After> &after, int limit,
                                           contract::JsonWriter &json) const;
};

} // namespace tp::payments

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/jsonwriter.h"
#include "backend/storage/session.h"

#include <optional>

namespace tp::payments {

/// What is shown of the test gateway's books.
class TestGatewayQueries
{
public:
    /// Writes the GatewayActs of a page, oldest first, behind `afterSeq`; the number of the last
    /// if there are more.
    Result<std::optional<qint64>> writeActs(storage::Session &session, qint64 afterSeq, int limit,
                                            contract::JsonWriter &json) const;
};

} // namespace tp::payments

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/jsonwriter.h"
#include "backend/storage/session.h"

#include <limits>
#include <optional>
#include <string>

namespace tp::audit {

/// Which rows of the audit trail are asked for. What is empty asks for nothing in particular.
struct AuditFilter
{
    std::string actor;
    std::string action;
    std::string subject;
    qint64 fromMs = std::numeric_limits<qint64>::min(); ///< This moment is in.
    qint64 toMs = std::numeric_limits<qint64>::max();   ///< This one is not.
};

/// What is shown of the audit trail.
class AuditQueries
{
public:
    /// Behind all rows.
    static constexpr qint64 Newest = std::numeric_limits<qint64>::max();

    /// Writes the AuditRows of a page, newest first, before `beforeSeq`; the last seq if there
    /// are more.
    Result<std::optional<qint64>> writePage(storage::Session &session, const AuditFilter &filter,
                                            qint64 beforeSeq, int limit,
                                            contract::JsonWriter &json) const;
};

} // namespace tp::audit

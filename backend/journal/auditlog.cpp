// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/journal/auditlog.h"

namespace tp::journal {
namespace {

storage::Value orNull(const std::string &text)
{
    return text.empty() ? storage::Value(std::nullopt) : storage::Value(text);
}

} // namespace

Result<void> AuditLog::add(storage::UnitOfWork &work, const Origin &origin, const AuditEntry &entry)
{
    TP_CHECK(work.execute(
        "INSERT INTO audit_entries (at, actor, action, subject, address, request_id, details) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7)",
        {work.nowMs(), orNull(origin.actor), entry.action, orNull(entry.subject),
         orNull(origin.address), orNull(origin.requestId), entry.details}));
    return {};
}

} // namespace tp::journal

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/origin.h"
#include "backend/storage/unitofwork.h"

#include <string>

namespace tp::journal {

/// Something that was done, or tried. It holds no secret: no password, PIN or token, and no name
/// that a stranger typed.
struct AuditEntry
{
    std::string action;         ///< "sign_in", "user.roles_changed": a word of the contract.
    std::string subject;        ///< Id of what it was done to; empty: nothing in particular.
    std::string details = "{}"; ///< A JSON object.
};

/// Who did what. Rows are only added, in the transaction of the act itself, so that neither is
/// there without the other.
class AuditLog
{
public:
    static Result<void> add(storage::UnitOfWork &work, const Origin &origin,
                            const AuditEntry &entry);
};

} // namespace tp::journal

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/change.h"

#include "backend/contract/reading.h"

namespace tp::contract {

Result<void> unchanged(const ReadOnlyMembers &sent, const JsonValue &current)
{
    QList<FieldError> errors;
    for (const auto &[name, value] : sent) {
        const JsonValue *now = current.find(name);
        if (!now || !(*now == value)) {
            errors.append({pointerToken(name), ErrorCode::ReadOnly,
                           QStringLiteral("This is set by the backend and cannot be changed")});
        }
    }
    if (errors.isEmpty())
        return {};
    return Error{ErrorCode::InvalidBody, QStringLiteral("A read-only member was changed"),
                 std::move(errors)};
}

} // namespace tp::contract

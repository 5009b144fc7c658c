// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"
#include "backend/kernel/uuid.h"
#include "backend/storage/session.h"

#include <optional>
#include <string>

namespace tp::auth {

/// What is shown of sign-ins.
class SessionQueries
{
public:
    struct After
    {
        qint64 lastUsedMs = 0;
        std::string id;
    };

    /// A page of SessionInfo of one user, those used last first; `current` is the one that asks.
    static Result<std::string> list(storage::Session &session, UserId user, SessionId current,
                                    qint64 nowMs, const std::optional<After> &after, int limit,
                                    std::string (*cursorOf)(const After &));
};

} // namespace tp::auth

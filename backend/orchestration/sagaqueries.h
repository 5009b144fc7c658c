// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"
#include "backend/kernel/uuid.h"
#include "backend/storage/session.h"

#include <optional>
#include <string>

namespace tp::orchestration {

/// What is shown of sagas.
class SagaQueries
{
public:
    /// Where the list goes on: behind this saga, which may be one of those that are stuck.
    struct After
    {
        bool isStuck = true;
        std::string id;
    };

    /// A page of Saga: those that wait for a person, then the others, the newest first. `state`
    /// narrows it.
    static Result<std::string> list(storage::Session &session,
                                    const std::optional<std::string> &state,
                                    const std::optional<After> &after, int limit,
                                    std::string (*cursorOf)(const After &));

    /// One Saga; NotFound.
    static Result<std::string> one(storage::Session &session, SagaId id);
};

} // namespace tp::orchestration

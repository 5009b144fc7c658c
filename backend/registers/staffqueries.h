// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/jsonwriter.h"
#include "backend/kernel/uuid.h"
#include "backend/storage/session.h"

#include <optional>
#include <string>
#include <string_view>

namespace tp::registers {

/// Who may sign in at a till, as the till that it is may see them.
class StaffQueries
{
public:
    struct After
    {
        std::string nameKey;
        std::string id;
    };

    /// Unauthorized when `secret` is not that of the till that the register is now; also when
    /// there is no such register, so that nobody learns which there are.
    Result<void> admit(storage::Session &session, RegisterId id, std::string_view secret) const;

    /// Writes the StaffTiles of a page, by name; the place of the last if there are more.
    Result<std::optional<After>> writePage(storage::Session &session, const After &after, int limit,
                                           contract::JsonWriter &json) const;
};

} // namespace tp::registers

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/jsonwriter.h"
#include "backend/storage/session.h"

#include <string>

namespace tp::settings {

/// What is shown of the settings.
class SettingsQueries
{
public:
    /// Writes Settings; the ETag.
    Result<std::string> write(storage::Session &session, contract::JsonWriter &json) const;
};

} // namespace tp::settings

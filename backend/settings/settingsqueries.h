// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/jsonwriter.h"
#include "backend/storage/session.h"

#include <string>

namespace tp::settings {

/// What is shown of the settings. Each answers the ETag.
class SettingsQueries
{
public:
    /// Writes Settings.
    Result<std::string> write(storage::Session &session, contract::JsonWriter &json) const;

    /// Writes SaleRules.
    Result<std::string> writeSaleRules(storage::Session &session, contract::JsonWriter &json) const;
};

} // namespace tp::settings

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/jsonwriter.h"
#include "backend/kernel/uuid.h"
#include "backend/storage/session.h"

#include <optional>
#include <string>

namespace tp::registers {

/// What is shown of registers.
class RegisterQueries
{
public:
    /// Writes one Register; its ETag. NotFound.
    Result<std::string> write(storage::Session &session, RegisterId id,
                              contract::JsonWriter &json) const;

    /// Writes the Registers of a page, by code, behind `afterCode`; the last code if there are
    /// more.
    Result<std::optional<std::string>> writePage(storage::Session &session,
                                                 const std::string &afterCode, int limit,
                                                 contract::JsonWriter &json) const;
};

} // namespace tp::registers

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/actor.h"
#include "backend/kernel/result.h"

#include <string_view>

namespace tp::http {

/// Says whose a bearer token is. Asked on the I/O threads for every guarded request, so it neither
/// waits nor reads the database.
class Authenticator
{
public:
    virtual ~Authenticator() = default;

    /// Unauthorized when the token is nobody's.
    virtual Result<Actor> authenticate(std::string_view token) const = 0;
};

} // namespace tp::http

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"

#include <QString>

#include <string>

namespace tp::auth {

/// A password or PIN as it is stored: Argon2id (RFC 9106) in libsodium's spelling, with OWASP's
/// memory and passes. About 15 ms of a core and 19 MiB while it is made or checked, so it runs on
/// the work pool or in a command, never on an I/O thread.
class PasswordHash
{
public:
    static constexpr unsigned long long Passes = 2;
    static constexpr std::size_t MemoryBytes = 19 * 1024 * 1024;

    /// Unavailable when there is no memory for it.
    static Result<std::string> of(const QString &secret);

    /// False also for a hash that is none.
    static bool fits(const std::string &hash, const QString &secret);

    /// Made with less than today's memory or passes.
    static bool isOutdated(const std::string &hash);

    /// Fits nothing, and costs as much to find out as a real one: what is checked when there is no
    /// such user, so that both answers take as long.
    static const std::string &ofNobody();
};

} // namespace tp::auth

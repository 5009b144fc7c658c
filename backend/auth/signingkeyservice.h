// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/sealer.h"
#include "backend/auth/signingkey.h"
#include "backend/kernel/result.h"
#include "backend/storage/unitofwork.h"

namespace tp::auth {

/// Makes, turns and reads the keys that tokens are signed with.
class SigningKeyService
{
public:
    SigningKeyService(const Sealer &sealer, Random &random) : m_sealer(sealer), m_random(random) {}

    /// A key from now on where there is none that the key file opens. Keys of another key file are
    /// retired and everybody is signed out: a shop that lost its file must be able to go on.
    /// Whether everybody was signed out.
    Result<bool> ensure(storage::UnitOfWork &work) const;

    /// A new key signs in a minute, when every backend has read it; the others check until the last
    /// token that they signed has ended. Its kid. Conflict with another key file than that of the
    /// backends: they could not open the new key, and would be left without one.
    Result<std::string> rotate(storage::UnitOfWork &work) const;

    /// Those that are in use. Keys that the key file does not open are left out.
    Result<KeyRing> load(storage::Session &session, qint64 nowMs) const;

private:
    Result<bool> opensAny(storage::UnitOfWork &work) const;
    Result<std::string> add(storage::UnitOfWork &work, qint64 activeFromMs) const;
    std::optional<SigningKey> opened(const std::string &kid, const std::string &sealed) const;

    const Sealer m_sealer;
    Random &m_random;
};

} // namespace tp::auth

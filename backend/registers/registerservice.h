// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/origin.h"
#include "backend/kernel/random.h"
#include "backend/registers/register.h"
#include "backend/storage/unitofwork.h"

#include <functional>
#include <optional>
#include <string>

namespace tp::registers {

/// What one can do with registers, each inside a unit of work that is handed in. Any thread may
/// use it.
class RegisterService
{
public:
    /// Ends the sessions of a till that is a register no longer. They are another slice's, so the
    /// daemon hands in how.
    using EndSessions = std::function<Result<void>(storage::UnitOfWork &, TillId)>;

    /// `random` outlives this and may be asked on any thread.
    RegisterService(Random &random, EndSessions endSessionsOf);

    struct NewRegister
    {
        std::optional<RegisterId> id;
        QString code;
        QString name; ///< Empty: as its code.
        std::string createHash;
    };
    struct Created
    {
        RegisterId id;
        bool isNew = true; ///< False: the same body made it before.
    };

    /// InvalidBody (no code of a register), IdTaken, CodeTaken: by another register, or by a
    /// series of numbers.
    Result<Created> create(storage::UnitOfWork &work, const NewRegister &wanted,
                           const Origin &origin) const;

    /// As it stands; nobody else changes it until the unit of work ends. NotFound.
    Result<Register> held(storage::UnitOfWork &work, RegisterId id) const;

    /// NotFound. The version counts on only if something changed.
    Result<void> rename(storage::UnitOfWork &work, RegisterId id, const QString &name,
                        const Origin &origin) const;

    struct Claim
    {
        TillId tillId;
        QString code;
        std::string secret; ///< Known to nobody else, and kept nowhere here.
        std::string series;
        qint64 nextNumber = 1;
    };

    /// Makes a till that is the register from now on; the one before it ends, with its sessions.
    /// NotFound.
    Result<Claim> claim(storage::UnitOfWork &work, RegisterId id, const Origin &origin) const;

private:
    Random &m_random;
    EndSessions m_endSessionsOf;
};

} // namespace tp::registers

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/act.h"
#include "backend/auth/sealer.h"
#include "backend/auth/user.h"
#include "backend/kernel/result.h"
#include "backend/storage/unitofwork.h"

#include <vector>

namespace tp::auth {

/// The second factor: set up, asked for, taken away.
class TotpService
{
public:
    static constexpr int RecoveryCodeCount = 10;

    TotpService(const Sealer &sealer, Random &random) : m_sealer(sealer), m_random(random) {}

    /// A new secret that is not asked for before confirm(). TotpActive when one is on.
    Result<QByteArray> enrol(storage::UnitOfWork &work, User user) const;

    /// Turns it on by a first code; the recovery codes, shown this once. Conflict when nothing was
    /// enrolled, WrongCode, TotpActive.
    Result<std::vector<std::string>> confirm(storage::UnitOfWork &work, User user,
                                             const QString &code, const Act &act) const;

    /// Whether a code of the app, or a recovery code, is good now. It is good once.
    Result<bool> accepts(storage::UnitOfWork &work, User user, const QString &code,
                         const Act &act) const;

private:
    std::optional<QByteArray> secretOf(const User &user) const;

    const Sealer m_sealer;
    Random &m_random;
};

} // namespace tp::auth

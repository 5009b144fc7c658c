// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/registers/register.h"
#include "backend/storage/unitofwork.h"

#include <optional>
#include <string>

namespace tp::registers {

/// The SQL that changes registers and which till is which.
class RegisterStore
{
public:
    /// Nobody else may change registers or claim one until the unit of work ends: a code that is
    /// made and a series that is opened at once could be alike without either knowing.
    Result<void> lock(storage::UnitOfWork &work) const;

    Result<std::optional<Register>> find(storage::UnitOfWork &work, RegisterId id) const;

    /// Whether a register has this code, or a till this series.
    Result<bool> isTaken(storage::UnitOfWork &work, const std::string &codeOrSeries) const;

    /// CodeTaken, IdTaken.
    Result<void> insert(storage::UnitOfWork &work, const Register &reg) const;
    Result<void> update(storage::UnitOfWork &work, const Register &reg) const;

    /// How many tills have claimed it so far.
    Result<qint64> claims(storage::UnitOfWork &work, RegisterId id) const;

    /// Whether a till has or had this series.
    Result<bool> isSeriesUsed(storage::UnitOfWork &work, const std::string &series) const;

    /// The till that the register is now; nothing when none is.
    Result<std::optional<TillId>> currentTill(storage::UnitOfWork &work, RegisterId id) const;
    Result<void> endTill(storage::UnitOfWork &work, TillId id) const;
    Result<void> insertTill(storage::UnitOfWork &work, const Till &till) const;
};

} // namespace tp::registers

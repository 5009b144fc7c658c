// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/uuid.h"

#include <QString>

#include <string>

namespace tp::registers {

/// A place where one sells. Its code begins the numbers of its receipts, so it stands for ever.
struct Register
{
    RegisterId id;
    QString code;
    QString name;
    std::string createHash; ///< Of the body that made it.
    qint64 version = 1;
    qint64 createdAtMs = 0;
    qint64 updatedAtMs = 0;
};

/// A computer that has claimed a register.
struct Till
{
    TillId id;
    RegisterId registerId;
    std::string secretHash;
    std::string series;    ///< Begins the numbers that it gives.
    std::string claimedBy; ///< Empty: nobody known.
    qint64 claimedAtMs = 0;
};

/// What begins the numbers of sales that no register makes: no register may be called so.
inline constexpr char WebSeries[] = "W";

/// 1 to 8 capital letters and digits.
bool isRegisterCode(QStringView text);

/// The series of a register's first, second, … claim: "T1", "T1B", … "T1Z", "T1AA", "T1AB", …
std::string seriesOf(const std::string &code, qint64 claim);

} // namespace tp::registers

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/fieldrules.h"

namespace tp::contract {

// What every resource has, said once.

/// 2^53 - 1: as far as a JSON number can be trusted to count.
inline constexpr qint64 VersionMax = 9'007'199'254'740'991;

constexpr Integer versionRule()
{
    return {1, VersionMax};
}

inline constexpr char ChosenIdMeans[] =
    "Chosen by the client (UUIDv7), so that a retry is safe; left out, the backend chooses";
inline constexpr char VersionMeans[] = "Counts the changes; the ETag follows it";
inline constexpr char UnchangedMeans[] = "Accepted if it is sent back as it was";

} // namespace tp::contract

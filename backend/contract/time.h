// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <optional>
#include <string_view>

namespace tp::contract {

/// A moment as the contract speaks of it: milliseconds since 1970 in UTC, spelled as RFC 3339.
struct Time
{
    /// Years 0000 to 9999, which is what RFC 3339 can spell.
    static constexpr qint64 UnixMsMin = -62'167'219'200'000;
    static constexpr qint64 UnixMsMax = 253'402'300'799'999;

    qint64 unixMs = 0;

    /// "2026-11-22T10:59:55.123Z": any offset and any number of decimals are understood, what is
    /// finer than a millisecond is cut off. A day that does not exist or a 60th second is nothing.
    static std::optional<Time> parse(std::string_view text);

    static constexpr std::size_t TextSize = 24;

    /// The characters of writing, into `out`, without a NUL. Beyond the years above the nearest end
    /// is written.
    static void format(qint64 unixMs, char *out);

    friend auto operator<=>(const Time &, const Time &) = default;
};

} // namespace tp::contract

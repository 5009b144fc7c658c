// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <optional>

namespace tp::catalogue {

// The search index gives its hits in the order of their row numbers, so a product's number rises
// with its place in the list. New ones go between their neighbours; where no number is left there,
// those of the neighbourhood are spread anew (list labelling: Bender et al., "Two simplified
// algorithms for maintaining order in a list", 2002). Numbers are -PlaceEnd to PlaceEnd - 1.

inline constexpr int PlaceBits = 61;
inline constexpr qint64 PlaceEnd = qint64(1) << (PlaceBits - 1);
inline constexpr qint64 PlaceStep = qint64(1) << 38; ///< Left free at the ends of the list.

/// A number between two neighbours, either of which may not exist. Nothing: there is none left.
std::optional<qint64> placeBetween(std::optional<qint64> before, std::optional<qint64> after);

/// An aligned run of 2^bits numbers.
struct PlaceWindow
{
    qint64 first = 0;
    int bits = 0;

    qint64 width() const { return qint64(1) << bits; }
    qint64 last() const { return first + (width() - 1); }

    /// How many products may share it after they are spread: the wider, the emptier, so that work
    /// done here is not needed again soon.
    qint64 capacity() const { return qint64(1) << (bits / 2); }

    /// Where the product with this index (from 0) of `count` goes.
    qint64 placeOf(qint64 index, qint64 count) const
    {
        return first + (index + 1) * (width() / (count + 1));
    }
};

PlaceWindow windowAround(qint64 place, int bits);

} // namespace tp::catalogue

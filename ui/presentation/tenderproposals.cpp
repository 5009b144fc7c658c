// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/tenderproposals.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace tp::ui {

namespace {

struct Notes
{
    std::string_view currency;
    std::array<qint64, 8> units; ///< Whole units, ascending; 0: no more.
};

// What people carry: coins of one unit first where they exist, then notes in circulation.
// clang-format off
constexpr std::array Known{
    Notes{"USD", {1, 5, 10, 20, 50, 100}},
    Notes{"CAD", {1, 5, 10, 20, 50, 100}},
    Notes{"AUD", {1, 5, 10, 20, 50, 100}},
    Notes{"EUR", {1, 5, 10, 20, 50, 100, 200}},
    Notes{"GBP", {1, 5, 10, 20, 50}},
    Notes{"CHF", {1, 5, 10, 20, 50, 100, 200}},
    Notes{"TRY", {1, 5, 10, 20, 50, 100, 200}},
    Notes{"SEK", {1, 10, 20, 50, 100, 200, 500}},
    Notes{"NOK", {1, 10, 50, 100, 200, 500}},
    Notes{"DKK", {1, 10, 50, 100, 200, 500}},
    Notes{"PLN", {1, 5, 10, 20, 50, 100, 200}},
    Notes{"CZK", {1, 10, 50, 100, 200, 500, 1000, 2000}},
    Notes{"HUF", {100, 500, 1000, 2000, 5000, 10000, 20000}},
    Notes{"JPY", {100, 500, 1000, 5000, 10000}},
    Notes{"KRW", {500, 1000, 5000, 10000, 50000}},
    Notes{"INR", {1, 10, 20, 50, 100, 200, 500}},
    Notes{"CNY", {1, 5, 10, 20, 50, 100}},
};
// clang-format on

/// Nearly every currency has notes of ten, fifty and a hundred of something.
constexpr std::array<qint64, 8> Elsewhere{1, 5, 10, 50, 100, 500, 1000};

const std::array<qint64, 8> &notesOf(Currency currency)
{
    for (const Notes &notes : Known) {
        if (notes.currency == currency.code())
            return notes.units;
    }
    return Elsewhere;
}

} // namespace

QList<Money> tenderProposals(Money due)
{
    qint64 minorPerUnit = 1;
    for (int digit = 0; digit < due.currency().exponent(); ++digit)
        minorPerUnit *= 10;
    QList<qint64> sums;
    for (const qint64 units : notesOf(due.currency())) {
        const qint64 step = units * minorPerUnit;
        if (step == 0)
            continue;
        const qint64 sum = (due.minor() + step - 1) / step * step;
        if (sum > due.minor() && !sums.contains(sum))
            sums.append(sum);
    }
    std::sort(sums.begin(), sums.end());
    QList<Money> proposals;
    for (const qint64 sum : std::as_const(sums)) {
        const auto money = Money::fromMinor(sum, due.currency());
        if (money && proposals.size() < ProposalsMax)
            proposals.append(*money);
    }
    return proposals;
}

} // namespace tp::ui

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/money.h"

#include <string_view>
#include <variant>

namespace tp::pricing {

/// So many per cent off, in parts per million: 125'000 is 12.5 %. From nothing to everything.
class PercentOff
{
public:
    static constexpr qint64 PpmMax = 1'000'000;

    /// OutOfRange below 0 and above 100 %.
    static Result<PercentOff> fromPpm(qint64 ppm);

    /// "12.5", as JSON spells it, with at most 3 decimals. InvalidText, OutOfRange.
    static Result<PercentOff> fromDecimal(std::string_view percent);

    qint64 ppm() const { return m_ppm; }

    friend bool operator==(const PercentOff &, const PercentOff &) = default;

private:
    explicit PercentOff(qint64 ppm) : m_ppm(ppm) {}

    qint64 m_ppm = 0;
};

/// What is taken off a line or an order: so many per cent, or an amount.
using Discount = std::variant<PercentOff, Money>;

/// What a discount takes off an amount that is not below zero; per cents are rounded half up: 33.3
/// % of 9.99 are 3.33. Never below zero and never more than the amount: a discount that is, is
/// OutOfRange, one in another currency CurrencyMismatch.
Result<Money> amountOff(const Discount &discount, Money from);

} // namespace tp::pricing

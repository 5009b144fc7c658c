// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/money.h"

#include <QList>
#include <QString>

namespace tp::pricing {

/// Whether the prices that people see and enter hold the tax already. With Excluded a price is net,
/// and total = net + tax.
enum class TaxMode { Included, Excluded };

/// A rate of tax in parts per million: 190'000 is 19 %. From nothing to 100 %.
class TaxRate
{
public:
    static constexpr qint64 PpmMax = 1'000'000;

    TaxRate() = default; ///< No tax.

    /// OutOfRange below 0 and above 100 %.
    static Result<TaxRate> fromPpm(qint64 ppm);

    qint64 ppm() const { return m_ppm; }

    friend auto operator<=>(const TaxRate &, const TaxRate &) = default;

private:
    explicit TaxRate(qint64 ppm) : m_ppm(ppm) {}

    qint64 m_ppm = 0;
};

/// The tax in (Included) or on (Excluded) an amount, half up: amount × rate ÷ (10^6 + rate), or
/// amount × rate ÷ 10^6. At 19 % there are 1.60 in 10.00, and 1.90 on 10.00. Never more than the
/// amount, so it always fits.
Money taxOf(Money amount, TaxRate rate, TaxMode mode);

/// One row of the shop's table of taxes: the class carries this rate from that moment on, until
/// another row of the same class takes over.
struct TaxClassRate
{
    QString code; ///< Of the class: "standard".
    TaxRate rate;
    qint64 validFromMs = 0; ///< Milliseconds since 1970 UTC: midnight of the shop, if it is a day.
};

/// The rate of a class at a moment: the row with the latest start that is not after it. The rows
/// may stand in any order. With 19 % from 1970 on and 16 % from July on, June has 19 % and the
/// first millisecond of July 16 %. UnknownReference when the class has no rate by then, or is not
/// there.
Result<TaxRate> rateOn(const QList<TaxClassRate> &classes, const QString &code, qint64 atMs);

} // namespace tp::pricing

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/currency.h"
#include "backend/kernel/result.h"

#include <QList>

namespace tp {

/// Every place that rounds names its rule. There is no default on purpose. Half up means away
/// from zero.
enum class Rounding { HalfUp, HalfEven, Down };

/// An amount in minor units. Never a double, never without its currency.
class Money
{
public:
    /// Above any sale, below 2^53, so that a JSON number carries it exactly.
    static constexpr qint64 MinorMax = 1'000'000'000'000'000;

    /// OutOfRange beyond ±MinorMax.
    static Result<Money> fromMinor(qint64 minor, Currency currency);
    static Money zero(Currency currency) { return Money(0, currency); }

    /// A plain decimal as a file or a client writes it ("2.55", "-3", ".5"): a point, no
    /// grouping, no exponent, no more digits than the currency has. InvalidText, OutOfRange.
    static Result<Money> fromDecimal(QStringView text, Currency currency);

    qint64 minor() const { return m_minor; }
    Currency currency() const { return m_currency; }
    bool isZero() const { return m_minor == 0; }
    bool isNegative() const { return m_minor < 0; }

    /// "2.55": with a point and all digits of the currency, whatever the locale.
    QString toDecimal() const;

    /// Mixing currencies is a bug in the caller and stops the program; leaving the range is an
    /// operating error and is returned.
    Result<Money> plus(Money other) const;
    Result<Money> minus(Money other) const;
    Money negated() const { return Money(-m_minor, m_currency); }

    /// This amount times numerator / denominator: unit price by weight, price by tax rate.
    /// The product is formed in 128 bits. A denominator below 1 is a bug in the caller.
    Result<Money> scaled(qint64 numerator, qint64 denominator, Rounding rounding) const;

    /// Splits without losing or inventing a minor unit: the parts always sum to the whole.
    /// The units that do not divide go to the largest remainders, first come first served.
    /// Weights must not be negative and must not all be zero (OutOfRange).
    Result<QList<Money>> allocate(const QList<qint64> &weights) const;

    friend bool operator==(const Money &, const Money &) = default;

private:
    Money(qint64 minor, Currency currency) : m_minor(minor), m_currency(currency) {}

    qint64 m_minor = 0;
    Currency m_currency;
};

} // namespace tp

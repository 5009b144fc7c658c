// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/kernel/money.h"

#include "backend/kernel/decimaltext.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace tp {

namespace {

__extension__ typedef __int128 Int128; // Says that it is an extension we know of.

Error moneyOutOfRange()
{
    return {ErrorCode::OutOfRange, QStringLiteral("the amount is too large"), {}};
}

Int128 roundedQuotient(Int128 product, qint64 denominator, Rounding rounding)
{
    const bool isNegative = product < 0;
    const Int128 magnitude = isNegative ? -product : product;
    Int128 quotient = magnitude / denominator;
    const Int128 twice = 2 * (magnitude % denominator);
    switch (rounding) {
    case Rounding::HalfUp:
        quotient += twice >= denominator ? 1 : 0;
        break;
    case Rounding::HalfEven:
        if (twice > denominator || (twice == denominator && quotient % 2 == 1))
            ++quotient;
        break;
    case Rounding::Down:
        break;
    }
    return isNegative ? -quotient : quotient;
}

} // namespace

Result<Money> Money::fromMinor(qint64 minor, Currency currency)
{
    if (minor > MinorMax || minor < -MinorMax)
        return moneyOutOfRange();
    return Money(minor, currency);
}

Result<Money> Money::fromDecimal(QStringView text, Currency currency)
{
    const std::u16string_view units(text.utf16(), std::size_t(text.size()));
    TP_TRY(const qint64 minor,
           scaledDecimal(units, currency.exponent(), MinorMax, DecimalForm::Plain));
    return Money(minor, currency);
}

QString Money::toDecimal() const
{
    const int decimals = m_currency.exponent();
    QString text = QString::number(isNegative() ? -m_minor : m_minor);
    if (decimals > 0) {
        text = text.rightJustified(decimals + 1, QLatin1Char('0'));
        text.insert(text.size() - decimals, QLatin1Char('.'));
    }
    return isNegative() ? QLatin1Char('-') + text : text;
}

Result<Money> Money::plus(Money other) const
{
    Q_ASSERT(m_currency == other.m_currency);
    return fromMinor(m_minor + other.m_minor, m_currency); // Twice MinorMax fits 64 bits.
}

Result<Money> Money::minus(Money other) const
{
    return plus(other.negated());
}

Result<Money> Money::scaled(qint64 numerator, qint64 denominator, Rounding rounding) const
{
    Q_ASSERT(denominator >= 1);
    const Int128 minor = roundedQuotient(Int128(m_minor) * numerator, denominator, rounding);
    if (minor > MinorMax || minor < -MinorMax)
        return moneyOutOfRange();
    return Money(qint64(minor), m_currency);
}

Result<QList<Money>> Money::allocate(const QList<qint64> &weights) const
{
    Int128 weightSum = 0;
    for (const qint64 weight : weights) {
        if (weight < 0)
            return Error{ErrorCode::OutOfRange, QStringLiteral("a weight is negative"), {}};
        weightSum += weight;
    }
    if (weightSum == 0)
        return Error{ErrorCode::OutOfRange, QStringLiteral("all weights are zero"), {}};

    // Split the magnitude and put the sign back, so that a refund splits as its sale did.
    const qint64 sign = isNegative() ? -1 : 1;
    qint64 left = m_minor * sign;
    std::vector<qint64> parts;
    std::vector<Int128> remainders;
    for (const qint64 weight : weights) {
        const Int128 product = Int128(m_minor * sign) * weight;
        parts.push_back(qint64(product / weightSum));
        remainders.push_back(product % weightSum);
        left -= parts.back();
    }

    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    Q_ASSERT(left >= 0);
    Q_ASSERT(std::size_t(left) < order.size());
    for (std::size_t i = 0; i < std::size_t(left); ++i)
        ++parts[order[i]];

    QList<Money> result;
    result.reserve(weights.size());
    for (const qint64 part : parts)
        result.append(Money(part * sign, m_currency));
    return result;
}

} // namespace tp

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/kernel/quantity.h"

#include "backend/kernel/decimaltext.h"

namespace tp {

namespace {

constexpr int QuantityDecimals = 3;

} // namespace

Result<Quantity> Quantity::fromThousandths(qint64 thousandths)
{
    if (thousandths > ThousandthsMax || thousandths < -ThousandthsMax)
        return Error{ErrorCode::OutOfRange, QStringLiteral("the quantity is too large"), {}};
    return Quantity(thousandths);
}

Result<Quantity> Quantity::fromDecimal(std::string_view text)
{
    TP_TRY(const qint64 thousandths,
           scaledDecimal(text, QuantityDecimals, ThousandthsMax, DecimalForm::Json));
    return Quantity(thousandths);
}

Result<Quantity> Quantity::fromDecimal(QStringView text)
{
    const std::u16string_view units(text.utf16(), std::size_t(text.size()));
    TP_TRY(const qint64 thousandths,
           scaledDecimal(units, QuantityDecimals, ThousandthsMax, DecimalForm::Json));
    return Quantity(thousandths);
}

std::string Quantity::toDecimal() const
{
    const qint64 magnitude = isNegative() ? -m_thousandths : m_thousandths;
    std::string text = std::to_string(magnitude / 1000);
    if (const qint64 fraction = magnitude % 1000; fraction != 0) {
        std::string decimals = std::to_string(1000 + fraction); // The 1 keeps leading zeros.
        decimals.front() = '.';
        decimals.erase(decimals.find_last_not_of('0') + 1);
        text += decimals;
    }
    return isNegative() ? '-' + text : text;
}

Result<Quantity> Quantity::plus(Quantity other) const
{
    return fromThousandths(m_thousandths + other.m_thousandths); // Twice the limit fits 64 bits.
}

Result<Quantity> Quantity::minus(Quantity other) const
{
    return fromThousandths(m_thousandths - other.m_thousandths);
}

} // namespace tp

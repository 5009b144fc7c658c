// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/kernel/decimaltext.h"

#include <algorithm>

namespace tp {

namespace {

constexpr int DigitsKept = 18; // All of them fit 64 bits.

/// Reads a decimal number from front to back.
template <typename Unit>
class DecimalReader
{
public:
    explicit DecimalReader(std::basic_string_view<Unit> text) : m_rest(text) {}

    bool read(DecimalForm form)
    {
        m_negative = skip('-');
        const qint64 whole = readDigits();
        const bool hasPoint = skip('.');
        const qint64 behind = hasPoint ? readDigits() : 0;
        m_decimals = behind;
        if (whole + behind == 0 || (hasPoint && behind == 0))
            return false;
        if (form == DecimalForm::Json && (skip('e') || skip('E')) && !readExponent())
            return false;
        return m_rest.empty();
    }

    bool isNegative() const { return m_negative; }
    bool isZero() const { return m_digits == 0; }
    qint64 decimalsWritten() const { return m_decimals; }

    /// Significant digits, without zeros at either end.
    qint64 digits() const { return m_digits; }
    qint64 significand() const { return m_significand; }

    /// The value is significand() times ten to this.
    qint64 power() const { return m_exponent - m_decimals + m_zeros; }

private:
    bool skip(char expected)
    {
        if (m_rest.empty() || m_rest.front() != Unit(expected))
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    bool atDigit() const
    {
        return !m_rest.empty() && m_rest.front() >= Unit('0') && m_rest.front() <= Unit('9');
    }

    int takeDigit()
    {
        const int digit = int(m_rest.front()) - '0';
        m_rest.remove_prefix(1);
        return digit;
    }

    qint64 readDigits()
    {
        qint64 count = 0;
        for (; atDigit(); ++count) {
            const int digit = takeDigit();
            if (digit == 0) {
                m_zeros += m_digits > 0 ? 1 : 0;
                continue;
            }
            m_digits += m_zeros + 1;
            if (m_digits <= DigitsKept) {
                for (; m_zeros > 0; --m_zeros)
                    m_significand *= 10;
                m_significand = m_significand * 10 + digit;
            }
            m_zeros = 0;
        }
        return count;
    }

    bool readExponent()
    {
        const bool isDown = skip('-');
        if (!isDown)
            skip('+');
        if (!atDigit())
            return false;
        constexpr qint64 Enough = 1'000'000'000'000; // More than any text has digits.
        while (atDigit())
            m_exponent = std::min(m_exponent * 10 + takeDigit(), Enough);
        m_exponent = isDown ? -m_exponent : m_exponent;
        return true;
    }

    std::basic_string_view<Unit> m_rest;
    bool m_negative = false;
    qint64 m_significand = 0;
    qint64 m_digits = 0;
    qint64 m_zeros = 0; ///< Seen since the last other digit.
    qint64 m_decimals = 0;
    qint64 m_exponent = 0;
};

template <typename Unit>
Result<qint64> scaledFrom(std::basic_string_view<Unit> text, int decimals, qint64 limit,
                          DecimalForm form)
{
    Q_ASSERT(decimals >= 0);
    Q_ASSERT(limit >= 0 && limit < 1'000'000'000'000'000'000);

    DecimalReader<Unit> number(text);
    if (!number.read(form))
        return Error{ErrorCode::InvalidText, QStringLiteral("not a decimal number"), {}};
    const bool isTooFine = form == DecimalForm::Plain && number.decimalsWritten() > decimals;
    const qint64 power = number.power() + decimals;
    if (isTooFine || (!number.isZero() && power < 0))
        return Error{ErrorCode::InvalidText, QStringLiteral("too many decimals"), {}};
    if (number.isZero())
        return qint64(0);

    const Error tooLarge{ErrorCode::OutOfRange, QStringLiteral("the number is too large"), {}};
    if (number.digits() + power > DigitsKept)
        return tooLarge;
    qint64 value = number.significand();
    for (qint64 i = 0; i < power; ++i)
        value *= 10;
    if (value > limit)
        return tooLarge;
    return number.isNegative() ? -value : value;
}

} // namespace

Result<qint64> scaledDecimal(std::string_view text, int decimals, qint64 limit, DecimalForm form)
{
    return scaledFrom(text, decimals, limit, form);
}

Result<qint64> scaledDecimal(std::u16string_view text, int decimals, qint64 limit, DecimalForm form)
{
    return scaledFrom(text, decimals, limit, form);
}

} // namespace tp

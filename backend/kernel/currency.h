// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <array>
#include <optional>
#include <string_view>

namespace tp {

/// A currency of ISO 4217: its three letters and the number of digits behind the point.
class Currency
{
public:
    /// Only a listed active code in capitals; anything else is nothing.
    static std::optional<Currency> fromCode(std::string_view code);
    static std::optional<Currency> fromCode(QStringView code);

    std::string_view code() const { return {m_code.data(), 3}; }
    QString codeText() const;

    /// 0 to 4: JPY 0, EUR 2, KWD 3, CLF 4.
    int exponent() const { return m_exponent; }

    friend bool operator==(const Currency &, const Currency &) = default;

private:
    Currency(std::array<char, 3> code, int exponent) : m_code(code), m_exponent(exponent) {}

    std::array<char, 3> m_code;
    int m_exponent;
};

} // namespace tp

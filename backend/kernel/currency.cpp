// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/kernel/currency.h"

namespace tp {

namespace {

// List one of ISO 4217 as of January 2026, sorted by the digits behind the point. Left out on
// purpose is what the list marks "N.A.": precious metals (XAU, XAG, XPT, XPD), bond units (XBA to
// XBD), units of account (XDR, XSU, XUA), testing (XTS) and "no currency" (XXX). None of them has
// a minor unit, and nobody pays with them at a till.
constexpr std::string_view WithNone =
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF ";

constexpr std::string_view WithTwo =
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD "
    "CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS "
    "GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD "
    "LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB "
    "PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP "
    "SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW "
    "ZWG ";

constexpr std::string_view WithThree = "BHD IQD JOD KWD LYD OMR TND ";

constexpr std::string_view WithFour = "CLF UYW ";

constexpr int Unlisted = -1;
constexpr std::size_t Letters = 26;

constexpr bool isCapital(char letter)
{
    return letter >= 'A' && letter <= 'Z';
}

constexpr std::size_t placeOf(std::string_view code)
{
    std::size_t place = 0;
    for (const char letter : code)
        place = place * Letters + std::size_t(letter - 'A');
    return place;
}

using ExponentTable = std::array<signed char, Letters * Letters * Letters>;

constexpr void note(ExponentTable &table, std::string_view codes, signed char exponent)
{
    for (std::size_t i = 0; i + 3 < codes.size(); i += 4)
        table[placeOf(codes.substr(i, 3))] = exponent;
}

// One byte for each possible code: every amount read from a database asks here.
constexpr ExponentTable Exponents = [] {
    ExponentTable table{};
    table.fill(Unlisted);
    note(table, WithNone, 0);
    note(table, WithTwo, 2);
    note(table, WithThree, 3);
    note(table, WithFour, 4);
    return table;
}();

static_assert(Exponents[placeOf("EUR")] == 2 && Exponents[placeOf("XXX")] == Unlisted);

} // namespace

std::optional<Currency> Currency::fromCode(std::string_view code)
{
    if (code.size() != 3 || !isCapital(code[0]) || !isCapital(code[1]) || !isCapital(code[2]))
        return std::nullopt;
    const int exponent = Exponents[placeOf(code)];
    if (exponent == Unlisted)
        return std::nullopt;
    return Currency({code[0], code[1], code[2]}, exponent);
}

std::optional<Currency> Currency::fromCode(QStringView code)
{
    if (code.size() != 3)
        return std::nullopt;
    std::array<char, 3> letters{};
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const char16_t unit = code[qsizetype(i)].unicode();
        letters[i] = unit < 0x80 ? char(unit) : '\0';
    }
    return fromCode(std::string_view(letters.data(), letters.size()));
}

QString Currency::codeText() const
{
    return QString::fromLatin1(m_code.data(), 3);
}

} // namespace tp

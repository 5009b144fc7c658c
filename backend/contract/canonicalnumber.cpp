// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/canonicalnumber.h"

#include <QtGlobal>

#include <charconv>

namespace tp::contract {

namespace {

/// The longest number that is written without an exponent, as ECMAScript does it.
constexpr qint64 PlainDigitsMax = 21;
constexpr qint64 LeadingZerosMax = 6;
constexpr std::size_t ExponentDigitsMax = 18;

struct Parts
{
    bool isNegative = false;
    std::string digits;  ///< Without zeros at either end.
    qint64 exponent = 0; ///< The value is digits * 10^exponent.
};

/// False if the exponent is out of reach.
bool split(std::string_view spelling, Parts &parts)
{
    if (spelling.starts_with('-')) {
        parts.isNegative = true;
        spelling.remove_prefix(1);
    }
    const std::size_t e = spelling.find_first_of("eE");
    const std::string_view mantissa = spelling.substr(0, e);
    if (e != std::string_view::npos) {
        std::string_view exponent = spelling.substr(e + 1);
        if (exponent.starts_with('+'))
            exponent.remove_prefix(1);
        if (exponent.size() > ExponentDigitsMax)
            return false;
        std::from_chars(exponent.data(), exponent.data() + exponent.size(), parts.exponent);
    }
    const std::size_t point = mantissa.find('.');
    parts.digits = mantissa.substr(0, point);
    if (point != std::string_view::npos) {
        parts.digits += mantissa.substr(point + 1);
        parts.exponent -= qint64(mantissa.size() - point - 1);
    }
    parts.digits.erase(0, parts.digits.find_first_not_of('0'));
    const std::size_t end = parts.digits.find_last_not_of('0') + 1;
    parts.exponent += qint64(parts.digits.size() - end);
    parts.digits.resize(end);
    return true;
}

} // namespace

std::string canonicalNumber(std::string_view spelling)
{
    Parts parts;
    if (!split(spelling, parts))
        return std::string(spelling);
    if (parts.digits.empty())
        return "0";

    std::string text = parts.isNegative ? "-" : "";
    const qint64 point = qint64(parts.digits.size()) + parts.exponent; // Digits before the point.
    if (parts.exponent >= 0 && point <= PlainDigitsMax) {
        text += parts.digits;
        text.append(std::size_t(parts.exponent), '0');
    } else if (parts.exponent < 0 && point > 0 && point <= PlainDigitsMax) {
        text += parts.digits.substr(0, std::size_t(point));
        text += '.';
        text += parts.digits.substr(std::size_t(point));
    } else if (point <= 0 && point > -LeadingZerosMax) {
        text += "0.";
        text.append(std::size_t(-point), '0');
        text += parts.digits;
    } else {
        text += parts.digits + 'e' + std::to_string(parts.exponent);
    }
    return text;
}

} // namespace tp::contract

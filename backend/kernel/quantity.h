// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"

#include <string>

namespace tp {

/// How much of a product, in thousandths of its unit: pieces, kilograms, litres, metres.
class Quantity
{
public:
    /// Below 2^53 thousandths, so that a JSON number carries it exactly.
    static constexpr qint64 ThousandthsMax = 1'000'000'000'000'000;

    Quantity() = default; ///< Nothing at all.

    /// OutOfRange beyond ±ThousandthsMax.
    static Result<Quantity> fromThousandths(qint64 thousandths);

    /// A plain decimal with at most 3 decimals ("0.75", "-3"). A number as JSON spells it is
    /// accepted too ("1e2", "7.50"). InvalidText, OutOfRange.
    static Result<Quantity> fromDecimal(std::string_view text);
    static Result<Quantity> fromDecimal(QStringView text);

    qint64 thousandths() const { return m_thousandths; }
    bool isZero() const { return m_thousandths == 0; }
    bool isNegative() const { return m_thousandths < 0; }

    /// Without trailing zeros: "0.75", "3".
    std::string toDecimal() const;

    Result<Quantity> plus(Quantity other) const;
    Result<Quantity> minus(Quantity other) const;

    friend auto operator<=>(const Quantity &, const Quantity &) = default;

private:
    explicit Quantity(qint64 thousandths) : m_thousandths(thousandths) {}

    qint64 m_thousandths = 0;
};

} // namespace tp

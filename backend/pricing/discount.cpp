// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/pricing/discount.h"

#include "backend/kernel/decimaltext.h"

using namespace Qt::StringLiterals;

namespace tp::pricing {

namespace {

constexpr int PercentDecimals = 3;
constexpr qint64 PpmAStep = 10; // A thousandth of a per cent.

} // namespace

Result<PercentOff> PercentOff::fromPpm(qint64 ppm)
{
    if (ppm < 0 || ppm > PpmMax)
        return Error{ErrorCode::OutOfRange, u"A discount is between 0 and 100 %"_s, {}};
    return PercentOff(ppm);
}

Result<PercentOff> PercentOff::fromDecimal(std::string_view percent)
{
    TP_TRY(const qint64 steps,
           scaledDecimal(percent, PercentDecimals, PpmMax / PpmAStep, DecimalForm::Json));
    return fromPpm(steps * PpmAStep);
}

Result<Money> amountOff(const Discount &discount, Money from)
{
    if (const auto *percent = std::get_if<PercentOff>(&discount))
        return from.scaled(percent->ppm(), PercentOff::PpmMax, Rounding::HalfUp);

    const Money amount = std::get<Money>(discount);
    if (amount.currency() != from.currency())
        return Error{ErrorCode::CurrencyMismatch, u"The discount is in another currency"_s, {}};
    if (amount.isNegative())
        return Error{ErrorCode::OutOfRange, u"A discount is not below zero"_s, {}};
    if (amount.minor() > from.minor()) {
        return Error{
            ErrorCode::OutOfRange, u"A discount of at most %1"_s.arg(from.toDecimal()), {}};
    }
    return amount;
}

} // namespace tp::pricing

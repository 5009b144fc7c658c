// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/pricing/refund.h"

#include "backend/kernel/fielderrors.h"
#include "backend/pricing/settlement.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tp::pricing {

namespace {

/// Which units of a line come back: those after `before`, up to `until`, of `all`.
struct UnitSpan
{
    qint64 before = 0;
    qint64 until = 0;
    qint64 all = 1;

    /// No part of an amount is more than the amount, so it always fits.
    Money of(Money amount) const
    {
        const Money first = *amount.scaled(before, all, Rounding::HalfUp);
        const Money last = *amount.scaled(until, all, Rounding::HalfUp);
        return *last.minus(first);
    }
};

Error wrongAmount(ErrorCode code, const QString &detail)
{
    return atMember(u"/amount"_s, code, detail);
}

} // namespace

LineAmounts LineAmounts::of(const PricedLine &line)
{
    return {line.discount(), line.tax, line.net, line.total};
}

Result<LineAmounts> refundOf(const LineAmounts &sold, Quantity quantity, Quantity before,
                             Quantity returned)
{
    Q_ASSERT(quantity > Quantity());
    Q_ASSERT(before >= Quantity());
    Q_ASSERT(before <= quantity);
    if (returned <= Quantity())
        return Error{ErrorCode::OutOfRange, u"A return is of more than zero"_s, {}};
    TP_TRY(const Quantity left, quantity.minus(before));
    if (returned > left) {
        return Error{ErrorCode::OutOfRange,
                     u"Only %1 can come back"_s.arg(QString::fromStdString(left.toDecimal())),
                     {}};
    }
    TP_TRY(const Quantity until, before.plus(returned));
    const UnitSpan units{before.thousandths(), until.thousandths(), quantity.thousandths()};
    const Money tax = units.of(sold.tax);
    const Money total = units.of(sold.total);
    TP_TRY(const Money net, total.minus(tax));
    return LineAmounts{units.of(sold.discount), tax, net, total};
}

Result<GivenBack> giveBack(const RefundablePayment &payment, Money amount, qint64 stepMinor)
{
    if (amount.currency() != payment.captured.currency()) {
        return wrongAmount(ErrorCode::CurrencyMismatch,
                           u"The payment is in %1"_s.arg(payment.captured.currency().codeText()));
    }
    TP_TRY(const Money amountLeft, payment.amount.minus(payment.refundedAmount));
    TP_TRY(const Money capturedLeft, payment.captured.minus(payment.refunded));
    if (amount.isNegative())
        return wrongAmount(ErrorCode::OutOfRange, u"An amount is not below zero"_s);
    // Who was asked for 10.00 instead of 9.98 may name either.
    if (amount.minor() > std::max(amountLeft.minor(), capturedLeft.minor())) {
        return wrongAmount(ErrorCode::OutOfRange,
                           u"Only %1 is left to give back"_s.arg(capturedLeft.toDecimal()));
    }
    if (amount.minor() >= amountLeft.minor()) {
        TP_TRY(const Money rounding, capturedLeft.minus(amountLeft));
        return GivenBack{amountLeft, rounding, capturedLeft};
    }
    TP_TRY(const Money amountSoFar, payment.refundedAmount.plus(amount));
    TP_TRY(const Money coinsSoFar, inCoins(amountSoFar, stepMinor));
    const qint64 handedSoFar = std::min(coinsSoFar.minor(), payment.captured.minor());
    // Below zero only if the shop's coins were others when the first part was given back.
    const qint64 handedMinor = std::max(handedSoFar - payment.refunded.minor(), qint64(0));
    TP_TRY(const Money handed, Money::fromMinor(handedMinor, amount.currency()));
    TP_TRY(const Money rounding, handed.minus(amount));
    return GivenBack{amount, rounding, handed};
}

} // namespace tp::pricing

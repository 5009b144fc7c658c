// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/pricing/taxrate.h"

using namespace Qt::StringLiterals;

namespace tp::pricing {

Result<TaxRate> TaxRate::fromPpm(qint64 ppm)
{
    if (ppm < 0 || ppm > PpmMax)
        return Error{ErrorCode::OutOfRange, u"A rate of tax is between 0 and 100 %"_s, {}};
    return TaxRate(ppm);
}

Money taxOf(Money amount, TaxRate rate, TaxMode mode)
{
    const qint64 whole = TaxRate::PpmMax + (mode == TaxMode::Included ? rate.ppm() : 0);
    return *amount.scaled(rate.ppm(), whole, Rounding::HalfUp);
}

Result<TaxRate> rateOn(const QList<TaxClassRate> &classes, const QString &code, qint64 atMs)
{
    const TaxClassRate *latest = nullptr;
    for (const TaxClassRate &row : classes) {
        const bool applies = row.code == code && row.validFromMs <= atMs;
        if (applies && (!latest || row.validFromMs > latest->validFromMs))
            latest = &row;
    }
    if (!latest) {
        return Error{
            ErrorCode::UnknownReference, u"Tax class %1 has no rate by then"_s.arg(code), {}};
    }
    return latest->rate;
}

} // namespace tp::pricing

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/settings/taxrate.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace tp::settings {

namespace {

bool hasRates(const QList<TaxRate> &rates, const QString &code)
{
    return std::any_of(rates.begin(), rates.end(),
                       [&](const TaxRate &rate) { return rate.code == code; });
}

bool holdsAt(const QList<TaxRate> &rates, const QString &code, qint64 nowMs)
{
    return std::any_of(rates.begin(), rates.end(), [&](const TaxRate &rate) {
        return rate.code == code && rate.validFromMs <= nowMs;
    });
}

} // namespace

QList<TaxRate> inOrder(QList<TaxRate> rates)
{
    std::sort(rates.begin(), rates.end(), [](const TaxRate &a, const TaxRate &b) {
        return std::tie(a.code, a.validFromMs) < std::tie(b.code, b.validFromMs);
    });
    return rates;
}

QStringList classesMissing(const QList<TaxRate> &before, const QList<TaxRate> &after)
{
    QStringList missing;
    for (const TaxRate &rate : before) {
        if (!hasRates(after, rate.code) && !missing.contains(rate.code))
            missing.append(rate.code);
    }
    return missing;
}

QList<FieldError> problemsOf(const QList<TaxRate> &rates, qint64 nowMs)
{
    QList<FieldError> problems;
    QStringList codes;
    for (qsizetype i = 0; i < rates.size(); ++i) {
        const TaxRate &rate = rates[i];
        const QString pointer = u"/tax_classes/%1"_s.arg(i);
        const bool isTwice = std::any_of(rates.begin(), rates.begin() + i, [&](const TaxRate &one) {
            return one.code == rate.code && one.validFromMs == rate.validFromMs;
        });
        if (isTwice)
            problems.append({pointer, ErrorCode::DuplicateItem,
                             u"This class has a rate from that moment already"_s});
        if (!codes.contains(rate.code) && !holdsAt(rates, rate.code, nowMs))
            problems.append({pointer + u"/valid_from"_s, ErrorCode::InvalidValue,
                             u"This class would have no rate today"_s});
        codes.append(rate.code);
    }
    if (!codes.contains(QLatin1StringView(StandardTaxClass)))
        problems.append({u"/tax_classes"_s, ErrorCode::InvalidValue,
                         u"The class standard has to stay: products name it"_s});
    return problems;
}

} // namespace tp::settings

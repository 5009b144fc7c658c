// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/currencychoices.h"

#include "backend/kernel/currency.h"

#include <QSet>

namespace tp::ui {

using namespace Qt::StringLiterals;

QStringList currencyChoices()
{
    QSet<QString> codes;
    const auto locales =
        QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
    for (const QLocale &locale : locales) {
        const QString code = locale.currencySymbol(QLocale::CurrencyIsoCode);
        if (Currency::fromCode(code))
            codes.insert(code);
    }
    QStringList choices(codes.begin(), codes.end());
    choices.sort();
    return choices;
}

QString currencyOf(const QLocale &locale)
{
    const QString code = locale.currencySymbol(QLocale::CurrencyIsoCode);
    return Currency::fromCode(code) ? code : u"EUR"_s;
}

} // namespace tp::ui

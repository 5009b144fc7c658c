// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/shopproduct.h"
#include "ui/presentation/stockstate.h"

#include <QCoreApplication>
#include <QLocale>

namespace tp::ui {

/// Every text that is made from values: amounts, counts, badges. The one place that knows how
/// this person's country writes them.
class ShopText
{
    Q_DECLARE_TR_FUNCTIONS(tp::ui::ShopText)

public:
    explicit ShopText(const QLocale &locale = QLocale()) : m_locale(locale) {}

    QString amount(const Money &amount) const;
    QString roundAmount(const Money &amount) const; ///< "$30": of whole units, without decimals.
    QString quantity(Quantity quantity) const;
    QString measure(Quantity quantity, Unit unit) const; ///< "3", "2.4 kg"
    QString productCount(int count) const;               ///< "64 products"
    QString itemCount(int count) const;                  ///< "5 items", in a cart
    QString percent(qint64 ppm) const;                   ///< "12.5%"
    QString time(qint64 unixMs) const;                   ///< "7:12 AM", of this computer

    /// "2 × $4.20", "0.453 kg × $12.99": how an amount comes about.
    QString multiplied(Quantity quantity, Unit unit, const Money &price) const;

    /// "3 left", "Sold out", or nothing when there is enough.
    QString stockBadge(const ShopProduct &product) const;

    /// What is read aloud for a tile: "Flat white, $4.20, sold out".
    QString spoken(const ShopProduct &product) const;

    /// What people type into a field; both decimal marks are understood. InvalidText, OutOfRange.
    Result<Quantity> readQuantity(const QString &text) const;
    Result<Money> readAmount(const QString &text, Currency currency) const;
    QString edited(const Money &amount) const; ///< For such a field.

private:
    QLocale m_locale;
};

} // namespace tp::ui

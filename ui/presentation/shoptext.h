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
    QString quantity(Quantity quantity) const;
    QString measure(Quantity quantity, Unit unit) const; ///< "3", "2.4 kg"
    QString productCount(int count) const;               ///< "64 products"

    /// "3 left", "Sold out", or nothing when there is enough.
    QString stockBadge(const ShopProduct &product) const;

    /// What is read aloud for a tile: "Flat white, $4.20, sold out".
    QString spoken(const ShopProduct &product) const;

private:
    QLocale m_locale;
};

} // namespace tp::ui

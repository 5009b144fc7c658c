// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/cart.h"
#include "ui/presentation/cartstate.h"
#include "ui/presentation/salerules.h"
#include "ui/presentation/shoptext.h"

namespace tp::ui {

/// Says what a cart holds and costs, in words and amounts of this person's country.
class CartText
{
    Q_DECLARE_TR_FUNCTIONS(tp::ui::CartText)

public:
    explicit CartText(const ShopText &text) : m_text(text) {}

    QList<CartRow> rows(const Cart &cart, const pricing::PricedOrder &totals) const;

    /// Subtotal, discount, tax by rate: what there is of it.
    QList<SumRow> sums(const pricing::PricedOrder &totals, pricing::TaxMode mode) const;

    /// "7:12 AM · 3 items · $12.00"
    QString held(const Cart &cart, qint64 heldAtMs, const QString &total) const;

    QString entryTitle(CartEntry::Kind kind, const QString &name) const;
    static QString unitSign(Unit unit); ///< "kg"; empty for pieces.

private:
    QString detail(const CartLine &line, const pricing::PricedLine &priced) const;

    ShopText m_text;
};

} // namespace tp::ui

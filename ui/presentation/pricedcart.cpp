// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/pricedcart.h"

namespace tp::ui {

using namespace Qt::StringLiterals;

Result<pricing::PricedOrder> pricedCart(const Cart &cart, const std::optional<SaleRules> &rules,
                                        qint64 atMs)
{
    if (!rules && cart.isEmpty())
        return Error{ErrorCode::CurrencyMismatch, u"the shop's currency is not known"_s, {}};
    pricing::EnteredOrder order;
    order.discount = cart.discount();
    for (const CartLine &line : cart.lines()) {
        pricing::EnteredLine entered{line.unitPrice, line.quantity, line.discount, {}};
        if (rules) {
            TP_TRY(entered.taxRate,
                   pricing::rateOn(rules->taxClasses, line.product->taxClass, atMs));
        }
        order.lines.append(entered);
    }
    const pricing::PricingRules reckoning =
        rules ? rules->pricing
              : pricing::PricingRules{.currency = cart.lines().first().unitPrice.currency()};
    return pricing::price(reckoning, order);
}

QList<SoldLine> soldLines(const Cart &cart, const pricing::PricedOrder &totals)
{
    QList<SoldLine> sold;
    for (int row = 0; row < int(cart.lines().size()); ++row) {
        const CartLine &line = cart.lines().at(row);
        sold.append({.productId = line.product->id,
                     .sku = line.product->sku,
                     .name = line.product->name,
                     .quantity = line.quantity,
                     .unitPrice = line.unitPrice,
                     .discount = line.discount,
                     .priced = totals.lines.at(row),
                     .note = line.note});
    }
    return sold;
}

} // namespace tp::ui

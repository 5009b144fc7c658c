// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/neworder.h"
#include "backend/contract/register.h"
#include "tests/desktop/testshop.h"
#include "tests/support/faketill.h"
#include "ui/presentation/saleport.h"

namespace tp::test {

/// What is rung up, before it is priced.
struct RungUp
{
    ui::SoldLine line;
    pricing::TaxRate rate;
};

inline pricing::PricingRules dollarPricing(qint64 cashStepMinor = 1)
{
    return {dollars(0).currency(), pricing::TaxMode::Included, pricing::TaxRounding::Line,
            cashStepMinor};
}

inline RungUp rungUp(ProductId id, const QString &name, Money unitPrice, qint64 thousandths = 1000,
                     const std::optional<pricing::Discount> &discount = {}, qint64 ratePpm = 0)
{
    const Money nothing = Money::zero(unitPrice.currency());
    return {{.productId = id,
             .sku = QStringLiteral("SKU of ") + name,
             .name = name,
             .quantity = pieces(thousandths),
             .unitPrice = unitPrice,
             .discount = discount,
             .priced = {nothing, nothing, nothing, {}, nothing, nothing, nothing},
             .note = {}},
            *pricing::TaxRate::fromPpm(ratePpm)};
}

struct PaidWith
{
    contract::PaymentMethod method = contract::PaymentMethod::Cash;
    std::optional<Money> amount;
    std::optional<Money> tendered;
};

/// As a cart and a page to pay make it: what is priced and settled by the rules of all.
inline ui::FinishedSale finished(const pricing::PricingRules &rules, const QList<RungUp> &things,
                                 const QList<PaidWith> &paid = {PaidWith()},
                                 const std::optional<pricing::Discount> &discount = {})
{
    pricing::EnteredOrder entered{{}, discount};
    for (const RungUp &one : things)
        entered.lines.append({one.line.unitPrice, one.line.quantity, one.line.discount, one.rate});
    QList<pricing::Tender> tenders;
    for (const PaidWith &one : paid) {
        const bool isCash = one.method == contract::PaymentMethod::Cash;
        tenders.append({isCash ? pricing::TenderKind::Cash : pricing::TenderKind::NotCash,
                        one.amount, one.tendered});
    }
    const auto priced = pricing::price(rules, entered).value();
    const auto settled = pricing::settle(rules, priced.total, tenders).value();
    ui::FinishedSale sale{.lines = {},
                          .discount = discount,
                          .totals = priced,
                          .payments = {},
                          .rounding = settled.rounding,
                          .change = settled.change,
                          .soldBy = idFor<UserId>(7)};
    for (qsizetype i = 0; i < things.size(); ++i) {
        sale.lines.append(things[i].line);
        sale.lines.last().priced = priced.lines[i];
    }
    for (qsizetype i = 0; i < paid.size(); ++i)
        sale.payments.append({paid[i].method, settled.tenders[i]});
    return sale;
}

inline ui::FinishedSale teaSale()
{
    return finished(dollarPricing(),
                    {rungUp(idFor<ProductId>(1), QStringLiteral("Tea"), dollars(420))},
                    {{contract::PaymentMethod::Cash, {}, dollars(500)}});
}

/// As a backend gives it to who claims register T1 for the first time.
inline contract::TillClaim tillClaim(int till = 1, const QString &series = QStringLiteral("T1"))
{
    return {idFor<TillId>(till),      registerId(1), QStringLiteral("T1"),
            QStringLiteral("s3cret"), series,        1};
}

} // namespace tp::test

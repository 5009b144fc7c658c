// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orchestration/orderdraft.h"

#include "backend/catalogue/saleproductstore.h"
#include "backend/kernel/fielderrors.h"
#include "backend/pricing/tilltotal.h"
#include "backend/settings/salerulesstore.h"

using namespace Qt::StringLiterals;

namespace tp::orchestration {
namespace {

using contract::Channel;
using contract::NewOrder;
using contract::PaymentMethod;

struct Products
{
    QList<catalogue::SaleProduct> byLine;
    QList<Oddity> oddities;
};

QString linePointer(qsizetype line, const char *member)
{
    return u"/lines/%1/%2"_s.arg(line).arg(QLatin1StringView(member));
}

pricing::PricingRules rulesOf(const settings::SaleRules &rules)
{
    return {rules.currency,
            rules.pricesIncludeTax ? pricing::TaxMode::Included : pricing::TaxMode::Excluded,
            rules.taxRounding == settings::TaxRounding::Line ? pricing::TaxRounding::Line
                                                             : pricing::TaxRounding::Group,
            rules.cashStepMinor};
}

Result<QList<pricing::TaxClassRate>> classesOf(const settings::SaleRules &rules)
{
    QList<pricing::TaxClassRate> classes;
    for (const settings::TaxRate &rate : rules.taxRates) {
        TP_TRY(const auto taxRate, pricing::TaxRate::fromPpm(rate.ratePpm));
        classes.append({rate.code, taxRate, rate.validFromMs});
    }
    return classes;
}

Result<void> checkReach(const Actor &actor, const NewOrder &body)
{
    if (body.soldAt)
        return actor.may(Permission::SalesRecord)
                   ? Result<void>()
                   : Error{ErrorCode::Forbidden, u"only a till records what has happened"_s, {}};
    const Grant grant = actor.grant(Permission::OrdersCreate);
    if (!grant.isGiven() || (grant.isLimitedTo(Limit::Web) && body.channel != Channel::Web) ||
        (grant.isLimitedTo(Limit::Pos) && body.channel != Channel::Pos))
        return Error{ErrorCode::Forbidden, u"this channel is not yours"_s, {}};
    const Grant override = actor.grant(Permission::PricesOverride);
    const bool mayPrice = override.isGiven() && !override.isLimitedTo(Limit::ByApproval);
    for (const contract::NewOrderLine &line : body.lines) {
        if (line.unitPrice && !mayPrice)
            return Error{ErrorCode::Forbidden, u"another price needs a manager"_s, {}};
    }
    return {};
}

Result<Products> productsOf(storage::UnitOfWork &work, const NewOrder &body, FieldErrors &problems)
{
    Products products;
    for (qsizetype i = 0; i < body.lines.size(); ++i) {
        TP_TRY(auto product, catalogue::SaleProductStore::find(work, body.lines.at(i).productId));
        if (!product) {
            problems.add(linePointer(i, "product_id"), ErrorCode::UnknownReference,
                         u"there is no such product"_s);
            continue;
        }
        if (!product->isActive && !body.soldAt) {
            problems.add(linePointer(i, "product_id"), ErrorCode::UnknownReference,
                         u"this product is archived"_s);
        } else if (!product->isActive) {
            products.oddities.append(
                {"archived_product", u"%1 was sold although it is archived"_s.arg(product->name)});
        }
        products.byLine.append(*std::move(product));
    }
    return products;
}

std::optional<pricing::Discount> discountOf(const std::optional<contract::DiscountSpec> &spec)
{
    if (!spec)
        return std::nullopt;
    if (spec->amount)
        return pricing::Discount(*spec->amount);
    // The contract's limits are those of PercentOff.
    return pricing::Discount(*pricing::PercentOff::fromPpm(spec->percent->thousandths() * 10));
}

Result<pricing::EnteredOrder> enteredOf(const NewOrder &body, const Products &products,
                                        const QList<pricing::TaxClassRate> &classes, qint64 atMs)
{
    pricing::EnteredOrder entered;
    for (qsizetype i = 0; i < body.lines.size(); ++i) {
        const contract::NewOrderLine &line = body.lines.at(i);
        const catalogue::SaleProduct &product = products.byLine.at(i);
        TP_TRY(const auto rate, pricing::rateOn(classes, product.taxClass, atMs));
        entered.lines.append({line.unitPrice.value_or(product.price), line.quantity,
                              discountOf(line.discount), rate});
    }
    entered.discount = discountOf(body.discount);
    return entered;
}

void fill(orders::Order &order, const NewOrder &body, const pricing::EnteredOrder &entered,
          const pricing::PricedOrder &priced, const Products &products, storage::UnitOfWork &work)
{
    for (qsizetype i = 0; i < priced.lines.size(); ++i) {
        const pricing::PricedLine &line = priced.lines.at(i);
        const catalogue::SaleProduct &product = products.byLine.at(i);
        order.lines.append({OrderLineId(work.newId()), product.id, product.sku, product.name,
                            body.lines.at(i).quantity, entered.lines.at(i).unitPrice,
                            line.discount(), line.taxRate.ppm(), line.tax, line.net, line.total,
                            Quantity(), body.lines.at(i).note});
    }
    order.subtotal = priced.subtotal;
    order.discountTotal = priced.discountTotal;
    order.taxTotal = priced.taxTotal;
    order.total = priced.total;
    order.isWeb = body.channel == Channel::Web;
    order.registerId = body.registerId;
    order.userEmail = body.userEmail;
    order.customerId = body.customerId;
    order.deliveryAddress = body.deliveryAddress;
    order.description = body.description;
    order.number = body.number;
    order.soldBy = body.soldBy;
    if (body.soldAt)
        order.soldAtMs = body.soldAt->unixMs;
}

/// The total that a client sent is a guard; what a till has sold was sold for its own.
Result<pricing::PricedOrder> atTotal(const pricing::PricingRules &rules, const NewOrder &body,
                                     pricing::PricedOrder priced)
{
    if (!body.total || *body.total == priced.total)
        return priced;
    if (!body.soldAt) {
        return Error{ErrorCode::PriceChanged,
                     u"the total is %1 %2 in minor units now"_s.arg(priced.total.minor())
                         .arg(rules.currency.codeText()),
                     {}};
    }
    if (body.total->currency() != rules.currency) {
        return atMember(u"/total"_s, ErrorCode::CurrencyMismatch,
                        u"this shop's currency is %1"_s.arg(rules.currency.codeText()));
    }
    return pricing::soldFor(rules, std::move(priced), *body.total);
}

void noteOtherPrice(OrderDraft &draft, Money expected)
{
    draft.order.expectedTotal = expected;
    draft.oddities.append({"other_price", u"the till took %1, pricing says %2 (minor units)"_s
                                              .arg(draft.order.total.minor())
                                              .arg(expected.minor())});
}

Result<pricing::Settlement> settled(const OrderDraft &draft, const NewOrder &body)
{
    QList<pricing::Tender> tenders;
    for (const contract::NewOrderPayment &payment : body.payments) {
        tenders.append({payment.method == PaymentMethod::Cash ? pricing::TenderKind::Cash
                                                              : pricing::TenderKind::NotCash,
                        payment.amount, payment.tendered});
    }
    return pricing::settle(draft.order.rules, draft.order.total, tenders);
}

} // namespace

Result<OrderDraft> draftOf(storage::UnitOfWork &work, const Actor &actor, const NewOrder &body)
{
    TP_CHECK(checkReach(actor, body));
    FieldErrors problems;
    TP_TRY(const Products products, productsOf(work, body, problems));
    for (qsizetype i = 0; i < body.payments.size(); ++i) {
        const PaymentMethod method = body.payments.at(i).method;
        const bool isAtTheTill = method == PaymentMethod::Cash || method == PaymentMethod::External;
        if (body.channel == Channel::Web && isAtTheTill)
            problems.add(u"/payments/%1/method"_s.arg(i), ErrorCode::MethodNotAllowed,
                         u"the web is not paid like that"_s);
    }
    TP_CHECK(problems.result());
    TP_TRY(const auto saleRules, settings::SaleRulesStore::read(work));
    TP_TRY(const auto classes, classesOf(saleRules));
    const qint64 atMs = body.soldAt ? body.soldAt->unixMs : work.nowMs();
    TP_TRY(const auto entered, enteredOf(body, products, classes, atMs));
    const auto rules = rulesOf(saleRules);
    TP_TRY(auto priced, pricing::price(rules, entered));
    const Money expected = priced.total;
    TP_TRY(priced, atTotal(rules, body, std::move(priced)));

    OrderDraft draft{orders::Order(rules.currency),
                     {{},
                      Money::zero(rules.currency),
                      Money::zero(rules.currency),
                      Money::zero(rules.currency),
                      priced.total},
                     products.oddities,
                     {}};
    draft.order.rules = rules;
    draft.order.id = body.id.value_or(OrderId(work.newId()));
    draft.order.userId = actor.id;
    fill(draft.order, body, entered, priced, products, work);
    if (priced.total != expected)
        noteOtherPrice(draft, expected);
    if (!body.payments.isEmpty()) {
        TP_TRY(draft.settlement, settled(draft, body));
    }
    return draft;
}

} // namespace tp::orchestration

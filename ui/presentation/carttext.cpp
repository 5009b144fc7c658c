// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/carttext.h"

#include <map>

namespace tp::ui {

using namespace Qt::StringLiterals;

QList<CartRow> CartText::rows(const Cart &cart, const pricing::PricedOrder &totals) const
{
    QList<CartRow> rows;
    for (int place = 0; place < int(cart.lines().size()); ++place) {
        const CartLine &line = cart.lines().at(place);
        const pricing::PricedLine &priced = totals.lines.at(place);
        const auto afterOwn = priced.subtotal.minus(priced.lineDiscount);
        CartRow row;
        row.productId = line.product->id.toQString();
        row.name = line.product->name;
        row.detail = detail(line, priced);
        row.amount = afterOwn ? m_text.amount(*afterOwn) : QString();
        row.quantity = m_text.measure(line.quantity, line.product->unit);
        row.canStep = line.product->unit == Unit::Each;
        row.canLessen = row.canStep && line.quantity.thousandths() > 1000;
        row.spoken = tr("%1, %2, %3", "read aloud: product, 2 × price, amount")
                         .arg(row.name, row.detail, row.amount);
        rows.append(row);
    }
    return rows;
}

QString CartText::detail(const CartLine &line, const pricing::PricedLine &priced) const
{
    QStringList parts{m_text.multiplied(line.quantity, line.product->unit, line.unitPrice)};
    if (line.discount) {
        const auto *percent = std::get_if<pricing::PercentOff>(&*line.discount);
        parts.append(percent ? u'-' + m_text.percent(percent->ppm())
                             : m_text.amount(priced.lineDiscount.negated()));
    }
    if (!line.note.isEmpty())
        parts.append(line.note);
    return parts.join(u" · "_s);
}

QList<SumRow> CartText::sums(const pricing::PricedOrder &totals, pricing::TaxMode mode) const
{
    QList<SumRow> sums{{tr("Subtotal"), m_text.amount(totals.subtotal)}};
    if (!totals.discountTotal.isZero())
        sums.append({tr("Discount"), m_text.amount(totals.discountTotal.negated())});
    std::map<pricing::TaxRate, Money> taxes;
    for (const pricing::PricedLine &line : totals.lines) {
        const auto known = taxes.emplace(line.taxRate, Money::zero(line.tax.currency())).first;
        const auto sum = known->second.plus(line.tax);
        if (sum)
            known->second = *sum;
    }
    for (const auto &[rate, tax] : taxes) {
        if (rate.ppm() == 0)
            continue;
        const QString percent = m_text.percent(rate.ppm());
        sums.append({mode == pricing::TaxMode::Included ? tr("Incl. tax %1").arg(percent)
                                                        : tr("Tax %1").arg(percent),
                     m_text.amount(tax)});
    }
    return sums;
}

QString CartText::held(const Cart &cart, qint64 heldAtMs, const QString &total) const
{
    return QStringList{m_text.time(heldAtMs), m_text.itemCount(cart.itemCount()), total}.join(
        u" · "_s);
}

QString CartText::entryTitle(CartEntry::Kind kind, const QString &name) const
{
    switch (kind) {
    case CartEntry::Kind::None:
        return {};
    case CartEntry::Kind::Quantity:
        return tr("How much of %1?").arg(name);
    case CartEntry::Kind::LineDiscount:
        return tr("Discount on %1").arg(name);
    case CartEntry::Kind::CartDiscount:
        return tr("Discount on the whole sale");
    case CartEntry::Kind::Note:
        return tr("Note for %1").arg(name);
    }
    Q_UNREACHABLE();
}

QString CartText::unitSign(Unit unit)
{
    switch (unit) {
    case Unit::Each:
        return {};
    case Unit::Kilogram:
        return tr("kg");
    case Unit::Litre:
        return tr("l", "litres");
    case Unit::Metre:
        return tr("m", "metres");
    }
    Q_UNREACHABLE();
}

} // namespace tp::ui

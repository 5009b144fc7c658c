// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/shoptext.h"

#include "backend/kernel/moneytext.h"

namespace tp::ui {

QString ShopText::amount(const Money &amount) const
{
    return displayText(amount, m_locale);
}

QString ShopText::quantity(Quantity quantity) const
{
    const qint64 thousandths = quantity.thousandths();
    const qint64 fraction = qAbs(thousandths % 1000);
    QString text = m_locale.toString(qAbs(thousandths / 1000));
    if (fraction != 0) {
        QString digits = QString::number(fraction).rightJustified(3, u'0');
        while (digits.endsWith(u'0'))
            digits.chop(1);
        text += m_locale.decimalPoint();
        for (const QChar digit : std::as_const(digits))
            text += m_locale.toString(digit.digitValue());
    }
    return thousandths < 0 ? m_locale.negativeSign() + text : text;
}

QString ShopText::measure(Quantity quantity, Unit unit) const
{
    const QString number = this->quantity(quantity);
    // The space does not break: a number is not to stand without its unit.
    switch (unit) {
    case Unit::Each:
        return number;
    case Unit::Kilogram:
        return tr("%1\u00a0kg").arg(number);
    case Unit::Litre:
        return tr("%1\u00a0l", "litres").arg(number);
    case Unit::Metre:
        return tr("%1\u00a0m", "metres").arg(number);
    }
    Q_UNREACHABLE();
}

QString ShopText::productCount(int count) const
{
    return tr("%Ln product(s)", nullptr, count);
}

QString ShopText::stockBadge(const ShopProduct &product) const
{
    switch (stockStateOf(product)) {
    case StockState::Ample:
        return {};
    case StockState::Low:
        return tr("%1 left", "a number of pieces, or a weight")
            .arg(measure(product.available, product.unit));
    case StockState::SoldOut:
        return tr("Sold out");
    }
    Q_UNREACHABLE();
}

QString ShopText::spoken(const ShopProduct &product) const
{
    const QString price = amount(product.price);
    const QString badge = stockBadge(product);
    if (badge.isEmpty())
        return tr("%1, %2", "read aloud: product, price").arg(product.name, price);
    return tr("%1, %2, %3", "read aloud: product, price, stock").arg(product.name, price, badge);
}

} // namespace tp::ui

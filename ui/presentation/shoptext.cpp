// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/shoptext.h"

#include "backend/kernel/moneytext.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace tp::ui {

QString ShopText::amount(const Money &amount) const
{
    return displayText(amount, m_locale);
}

QString ShopText::roundAmount(const Money &amount) const
{
    QString text = this->amount(amount);
    QString decimals = m_locale.decimalPoint();
    for (int digit = 0; digit < amount.currency().exponent(); ++digit)
        decimals += m_locale.zeroDigit();
    const qsizetype place = text.lastIndexOf(decimals);
    return amount.currency().exponent() == 0 || place < 0 ? text
                                                          : text.remove(place, decimals.size());
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

QString ShopText::itemCount(int count) const
{
    return tr("%Ln item(s)", nullptr, count);
}

QString ShopText::percent(qint64 ppm) const
{
    const auto thousandths = Quantity::fromThousandths(ppm / 10);
    //: A number of per cent; some languages put a space before the sign
    return tr("%1%").arg(thousandths ? quantity(*thousandths) : QString());
}

QString ShopText::time(qint64 unixMs) const
{
    return m_locale.toString(QDateTime::fromMSecsSinceEpoch(unixMs).time(), QLocale::ShortFormat);
}

QString ShopText::multiplied(Quantity quantity, Unit unit, const Money &price) const
{
    // Isolated, or a text from right to left would turn it round.
    return u'\u2066' + measure(quantity, unit) + QStringLiteral(" × ") + amount(price) + u'\u2069';
}

Result<Quantity> ShopText::readQuantity(const QString &text) const
{
    QString plain = text.trimmed();
    plain.replace(m_locale.decimalPoint(), u"."_s);
    plain.replace(u',', u'.');
    return Quantity::fromDecimal(QStringView(plain));
}

Result<Money> ShopText::readAmount(const QString &text, Currency currency) const
{
    return parseMoneyText(text, currency, m_locale);
}

QString ShopText::edited(const Money &amount) const
{
    return editText(amount, m_locale);
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

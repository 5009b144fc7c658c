// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/entrytext.h"

#include "ui/presentation/carttext.h"

namespace tp::ui {

using namespace Qt::StringLiterals;

namespace {

/// "999*", "12.345*": a barcode before the star is no quantity.
constexpr qsizetype PrefixLengthMax = 7;

constexpr qsizetype NoteLengthMax = 200;

Result<Cart> withQuantity(Cart cart, const ProductRef &weighed, const QString &text,
                          const ShopText &words)
{
    const ProductRef product = weighed ? weighed : cart.selectedLine()->product;
    TP_TRY(const Quantity quantity, readLineQuantity(text, product->unit, words));
    TP_CHECK(weighed ? cart.add(product, quantity) : cart.setQuantity(cart.selected(), quantity));
    return cart;
}

void fillDiscount(CartEntry &entry, const CartLine &line,
                  const std::optional<pricing::Discount> &discount, const ShopText &words)
{
    entry.currency = line.unitPrice.currency().codeText();
    if (!discount)
        return;
    const auto *percent = std::get_if<pricing::PercentOff>(&*discount);
    entry.isPercent = percent != nullptr;
    if (!percent)
        entry.text = words.edited(std::get<Money>(*discount));
    else if (const auto thousandths = Quantity::fromThousandths(percent->ppm() / 10))
        entry.text = words.quantity(*thousandths);
}

} // namespace

Result<Quantity> readLineQuantity(const QString &text, Unit unit, const ShopText &words)
{
    TP_TRY(const Quantity quantity, words.readQuantity(text));
    const qint64 thousandths = quantity.thousandths();
    if (thousandths <= 0 || thousandths > Cart::QuantityMax)
        return Error{ErrorCode::OutOfRange, u"nothing, or too much"_s, {}};
    if (unit == Unit::Each && thousandths % 1000 != 0)
        return Error{ErrorCode::InvalidValue, u"pieces are whole"_s, {}};
    return quantity;
}

Result<std::optional<pricing::Discount>> readDiscount(const QString &text, bool isPercent,
                                                      Currency currency, const ShopText &words)
{
    QString plain = text.trimmed();
    const bool saysPercent = plain.endsWith(u'%');
    if (saysPercent)
        plain = plain.chopped(1).trimmed();
    if (plain.isEmpty())
        return std::optional<pricing::Discount>();
    if (isPercent || saysPercent) {
        TP_TRY(const Quantity percent, words.readQuantity(plain));
        TP_TRY(const pricing::PercentOff off,
               pricing::PercentOff::fromPpm(percent.thousandths() * 10));
        return off.ppm() == 0 ? std::optional<pricing::Discount>() : pricing::Discount(off);
    }
    TP_TRY(const Money amount, words.readAmount(plain, currency));
    if (amount.isNegative())
        return Error{ErrorCode::OutOfRange, u"a discount below zero"_s, {}};
    return amount.isZero() ? std::optional<pricing::Discount>() : pricing::Discount(amount);
}

CartEntry entryFor(CartEntry::Kind kind, const Cart &cart, const ProductRef &weighed,
                   const ShopText &words)
{
    const CartLine *line = cart.selectedLine();
    const ProductRef product = weighed || !line ? weighed : line->product;
    CartEntry entry;
    if (!product)
        return entry;
    entry.kind = kind;
    entry.title = CartText(words).entryTitle(kind, product->name);
    if (kind == CartEntry::Kind::Quantity) {
        entry.unit = CartText::unitSign(product->unit);
        entry.text = weighed ? QString() : words.quantity(line->quantity);
    } else if (kind == CartEntry::Kind::Note) {
        entry.text = line->note;
    } else {
        const bool isCart = kind == CartEntry::Kind::CartDiscount;
        fillDiscount(entry, *line, isCart ? cart.discount() : line->discount, words);
    }
    return entry;
}

Result<Cart> withEntry(const Cart &cart, const CartEntry &entry, const ProductRef &weighed,
                       const QString &text, const ShopText &words)
{
    Cart next = cart;
    if (!weighed && !cart.selectedLine())
        return next;
    switch (entry.kind) {
    case CartEntry::Kind::None:
        return next;
    case CartEntry::Kind::Quantity:
        return withQuantity(next, weighed, text, words);
    case CartEntry::Kind::Note:
        next.setNote(cart.selected(), text.simplified().left(NoteLengthMax));
        return next;
    case CartEntry::Kind::LineDiscount:
    case CartEntry::Kind::CartDiscount:
        break;
    }
    const Currency currency = cart.selectedLine()->unitPrice.currency();
    TP_TRY(const auto discount, readDiscount(text, entry.isPercent, currency, words));
    if (entry.kind == CartEntry::Kind::CartDiscount)
        next.setDiscount(discount);
    else
        next.setLineDiscount(cart.selected(), discount);
    return next;
}

std::optional<Quantity> readPrefix(const QString &text, const ShopText &words)
{
    const QString plain = text.trimmed();
    const bool isPrefix = plain.size() >= 2 && plain.size() <= PrefixLengthMax + 1 &&
                          (plain.endsWith(u'*') || plain.endsWith(u'×'));
    if (!isPrefix)
        return {};
    const auto quantity = words.readQuantity(plain.chopped(1));
    const bool isUsable =
        quantity && quantity->thousandths() > 0 && quantity->thousandths() <= Cart::QuantityMax;
    return isUsable ? std::optional(*quantity) : std::nullopt;
}

} // namespace tp::ui

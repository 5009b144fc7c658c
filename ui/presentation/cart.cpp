// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/cart.h"

#include <algorithm>

namespace tp::ui {

namespace {

bool mayGrow(const CartLine &line, const ShopProduct &product)
{
    return line.product->id == product.id && product.unit == Unit::Each && line.note.isEmpty() &&
           !line.discount && line.unitPrice == product.price;
}

Result<void> checkLineQuantity(Quantity quantity)
{
    const qint64 thousandths = quantity.thousandths();
    if (thousandths > 0 && thousandths <= Cart::QuantityMax)
        return {};
    return Error{ErrorCode::OutOfRange, QStringLiteral("not a quantity of one line"), {}};
}

int countOf(const CartLine &line)
{
    return line.product->unit == Unit::Each ? int(line.quantity.thousandths() / 1000) : 1;
}

} // namespace

const CartLine *Cart::selectedLine() const
{
    return m_selected < 0 ? nullptr : &m_lines.at(m_selected);
}

Result<void> Cart::add(const ProductRef &product, Quantity quantity)
{
    for (int row = 0; row < int(m_lines.size()); ++row) {
        if (!mayGrow(m_lines.at(row), *product))
            continue;
        TP_TRY(const Quantity more, m_lines.at(row).quantity.plus(quantity));
        TP_CHECK(setQuantity(row, more));
        m_selected = row;
        return {};
    }
    TP_CHECK(checkLineQuantity(quantity));
    m_lines.append({product, quantity, product->price, {}, {}});
    m_selected = int(m_lines.size()) - 1;
    return {};
}

Result<void> Cart::setQuantity(int row, Quantity quantity)
{
    TP_CHECK(checkLineQuantity(quantity));
    m_lines[row].quantity = quantity;
    return {};
}

void Cart::remove(int row)
{
    m_lines.removeAt(row);
    if (m_selected > row || m_selected == int(m_lines.size()))
        --m_selected;
    if (m_lines.isEmpty())
        m_discount.reset();
}

void Cart::setLineDiscount(int row, const std::optional<pricing::Discount> &discount)
{
    m_lines[row].discount = discount;
}

void Cart::setNote(int row, const QString &note)
{
    m_lines[row].note = note;
}

void Cart::select(int row)
{
    m_selected = m_lines.isEmpty() ? -1 : std::clamp(row, 0, int(m_lines.size()) - 1);
}

int Cart::itemCount() const
{
    int count = 0;
    for (const CartLine &line : m_lines)
        count += countOf(line);
    return count;
}

std::map<ProductId, int> Cart::counts() const
{
    std::map<ProductId, int> counts;
    for (const CartLine &line : m_lines)
        counts[line.product->id] += countOf(line);
    return counts;
}

bool Cart::sellsAs(const Cart &other) const
{
    return m_lines == other.m_lines && m_discount == other.m_discount;
}

} // namespace tp::ui

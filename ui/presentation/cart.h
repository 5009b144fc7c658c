// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/pricing/discount.h"
#include "ui/presentation/shopproduct.h"

#include <QList>
#include <QString>

#include <map>
#include <optional>

namespace tp::ui {

/// A product in the cart, as the cashier entered it.
struct CartLine
{
    ProductRef product;
    Quantity quantity;
    Money unitPrice;
    std::optional<pricing::Discount> discount;
    QString note;

    friend bool operator==(const CartLine &, const CartLine &) = default;
};

/// The sale while it is entered: a value, so that undo, hold and recall are copies. It knows no
/// prices but those of its lines; pricedCart() reckons.
class Cart
{
public:
    /// More of one line is a slip of the finger.
    static constexpr qint64 QuantityMax = 9'999'000;

    const QList<CartLine> &lines() const { return m_lines; }
    const std::optional<pricing::Discount> &discount() const { return m_discount; }
    bool isEmpty() const { return m_lines.isEmpty(); }

    int selected() const { return m_selected; } ///< Row, or -1: nothing is.
    const CartLine *selectedLine() const;

    /// The same piece again raises its line, unless that has a note, a discount or another price.
    /// What is weighed is a line each time. The line is selected. OutOfRange beyond QuantityMax.
    Result<void> add(const ProductRef &product, Quantity quantity);

    /// The functions below take the row of a line that is there.
    Result<void> setQuantity(int row, Quantity quantity); ///< OutOfRange outside (0, QuantityMax].
    void remove(int row);
    void setLineDiscount(int row, const std::optional<pricing::Discount> &discount);
    void setNote(int row, const QString &note);

    void setDiscount(const std::optional<pricing::Discount> &discount) { m_discount = discount; }
    void select(int row); ///< Beyond either end: the last or first line.

    /// Pieces; a weighed line counts as one.
    int itemCount() const;
    std::map<ProductId, int> counts() const; ///< The same for each product.

    /// Whether the same would be sold, whatever is selected.
    bool sellsAs(const Cart &other) const;

private:
    QList<CartLine> m_lines;
    std::optional<pricing::Discount> m_discount;
    int m_selected = -1;
};

} // namespace tp::ui

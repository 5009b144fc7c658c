// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/searchindex.h"
#include "ui/presentation/shopproduct.h"

#include <QList>

#include <map>
#include <optional>

namespace tp::ui {

/// What this till can sell, in memory: products in the backend's order, the tree of categories
/// and the index over both. A value; knows nobody to ask.
class ShopCatalogue
{
public:
    ShopCatalogue() = default;
    ShopCatalogue(QList<ProductRef> products, QList<ShopCategory> categories);

    const QList<ProductRef> &products() const { return m_products; }
    const QList<ShopCategory> &categories() const { return m_categories; } ///< As they came.

    /// Top-level categories that hold something, by position.
    const QList<ShopCategory> &shelves() const { return m_shelves; }

    /// For every category the place of its shelf among all top-level ones.
    const std::map<CategoryId, int> &shelfPlaces() const { return m_shelfPlaces; }

    /// Products of the shelf's whole subtree that fit the question; no shelf: of all.
    QList<ProductRef> find(const QString &question, std::optional<CategoryId> shelf) const;

    ProductRef withBarcode(const QString &barcode) const;

    bool isOn(const ShopProduct &product, CategoryId shelf) const;

private:
    QList<ProductRef> m_products;
    QList<ShopCategory> m_categories;
    QList<ShopCategory> m_shelves;
    std::map<CategoryId, CategoryId> m_shelfOf;
    std::map<CategoryId, int> m_shelfPlaces;
    SearchIndex m_index;
};

} // namespace tp::ui

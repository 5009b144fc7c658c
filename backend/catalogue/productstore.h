// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/catalogue/product.h"
#include "backend/catalogue/productplacestore.h"
#include "backend/storage/unitofwork.h"

#include <optional>
#include <string_view>

namespace tp::catalogue {

/// The SQL that reads products to change them, and changes them. With a product it keeps its
/// barcodes, its words and its place in the list.
class ProductStore
{
public:
    /// `pending`: see PendingWords; without it the words are in the index at once.
    explicit ProductStore(PendingWords *pending = nullptr) : m_places(pending) {}

    /// As it stands; on PostgreSQL locked until the unit of work ends.
    Result<std::optional<Product>> find(storage::UnitOfWork &work, const ProductId &id) const;
    Result<std::optional<Product>> findBySku(storage::UnitOfWork &work, QStringView sku) const;

    /// Whose a barcode is.
    Result<std::optional<ProductId>> ownerOf(storage::UnitOfWork &work,
                                             const QString &barcode) const;

    /// SkuTaken, BarcodeTaken or IdTaken when another came first.
    Result<void> insert(storage::UnitOfWork &work, const Product &product) const;

    /// Writes `after` over `before`, both of one product. Errors as above.
    Result<void> update(storage::UnitOfWork &work, const Product &before,
                        const Product &after) const;

    Result<void> remove(storage::UnitOfWork &work, const ProductId &id) const;

private:
    Result<void> insertBarcodes(storage::UnitOfWork &work, const Product &product) const;
    Result<void> changeBarcodes(storage::UnitOfWork &work, const Product &before,
                                const Product &after) const;

    ProductPlaceStore m_places;
};

} // namespace tp::catalogue

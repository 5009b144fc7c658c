// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/jsonwriter.h"
#include "backend/storage/rows.h"

#include <string>

// How a product is read and shown, once for all lists of products.

/// The columns of ProductColumn of a product `p` with its stock `s`.
#define TP_PRODUCT_COLUMNS                                                                         \
    "p.id, p.sku, p.name, p.description, p.category_id, p.price_minor, p.currency, p.tax_class, "  \
    "p.unit, p.barcodes, p.image_hash, p.active, p.attributes, p.low_stock, p.when_short, "        \
    "coalesce(s.on_hand, 0), coalesce(s.reserved, 0), p.version, p.created_at, p.updated_at, "     \
    "p.name_key"

#define TP_PRODUCT_STOCK " LEFT JOIN stock_levels s ON s.product_id = p.id "

namespace tp::catalogue {

namespace ProductColumn {
enum Index {
    Id,
    Sku,
    Name,
    Description,
    CategoryId,
    PriceMinor,
    Currency,
    TaxClass,
    Unit,
    Barcodes,
    ImageHash,
    Active,
    Attributes,
    LowStock,
    WhenShort,
    OnHand,
    Reserved,
    Version,
    CreatedAt,
    UpdatedAt,
    NameKey,
    Count ///< What a statement selects besides comes from here on.
};
}

/// Appends the product that `rows` stands at, as contract::Product describes it.
void writeProductRow(const storage::Rows &rows, contract::JsonWriter &json);

/// Changes whenever what is shown of the product does: its version, then its stock.
std::string etagOfProductRow(const storage::Rows &rows);

} // namespace tp::catalogue

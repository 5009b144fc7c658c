// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/catalogue/productqueries.h"

#include <QString>

namespace tp::catalogue {

/// Where a search goes on: behind so many exact hits and, once those are given, behind a place in
/// the list.
struct SearchPlace
{
    int exactGiven = 0;
    ListPlace list;
};

/// Products by words: each is a beginning of some word of name, SKU or barcodes. What the question
/// is exactly the SKU or a barcode of comes first, then all in the order of the list.
class ProductSearchQueries
{
public:
    /// Appends at most `limit` products; where the next page begins, if there is one.
    Result<std::optional<SearchPlace>> writePage(storage::Session &session, const QString &question,
                                                 const ProductFilter &filter,
                                                 const std::optional<SearchPlace> &after, int limit,
                                                 contract::JsonWriter &json) const;
};

} // namespace tp::catalogue

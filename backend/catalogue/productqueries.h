// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/jsonwriter.h"
#include "backend/kernel/uuid.h"
#include "backend/storage/session.h"

#include <optional>
#include <string>

namespace tp::catalogue {

/// Which products a list shows; what is nothing does not matter.
struct ProductFilter
{
    std::optional<bool> active;
    std::optional<CategoryId> categoryId; ///< With everything below it.
};

/// A row of the list of products: it is in the order of these two.
struct ListPlace
{
    std::string nameKey;
    std::string id;
};

/// Products as they are shown: rows go straight into JSON. Any thread; what belongs to a
/// connection comes with the session.
class ProductQueries
{
public:
    /// Appends one product; its ETag. NotFound.
    Result<std::string> write(storage::Session &session, const ProductId &id,
                              contract::JsonWriter &json) const;

    /// Appends at most `limit` products behind `after`. Where the next page begins, if there is
    /// one. By index alone: a page at the end costs what one at the start does.
    Result<std::optional<ListPlace>> writePage(storage::Session &session,
                                               const ProductFilter &filter,
                                               const std::optional<ListPlace> &after, int limit,
                                               contract::JsonWriter &json) const;

    /// Appends the product that has this barcode, if there is one and the filter lets it through.
    Result<void> writeByBarcode(storage::Session &session, const std::string &barcode,
                                const ProductFilter &filter, contract::JsonWriter &json) const;

    /// The hash of a product's picture, empty where it has none. NotFound.
    Result<std::string> imageHash(storage::Session &session, const ProductId &id) const;
};

} // namespace tp::catalogue

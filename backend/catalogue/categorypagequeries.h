// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/catalogue/productqueries.h"

namespace tp::catalogue {

/// A page of the products of a category and all below it, in the order of the list. Each category
/// gives its first rows by index and these are merged, so the size of the shop does not matter.
Result<std::optional<ListPlace>> writeCategoryPage(storage::Session &session,
                                                   const CategoryId &category,
                                                   const std::optional<bool> &active,
                                                   const ListPlace &after, int limit,
                                                   contract::JsonWriter &json);

} // namespace tp::catalogue

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/catalogue/productplace.h"
#include "backend/kernel/uuid.h"
#include "backend/storage/unitofwork.h"

#include <optional>
#include <string_view>

namespace tp::catalogue {

/// Keeps the numbers of products rising in the order of the list (see productplace.h), which is
/// what SQLite's full text needs. PostgreSQL sorts by itself: there it does nothing.
class ProductPlaceStore
{
public:
    /// Gives a product that has no place the one between its neighbours.
    Result<void> place(storage::UnitOfWork &work, const ProductId &id,
                       std::string_view nameKey) const;

    /// Takes the place of a product that is about to be renamed.
    Result<void> leave(storage::UnitOfWork &work, const ProductId &id) const;

private:
    Result<void> spread(storage::UnitOfWork &work, qint64 around) const;
    Result<void> spreadWindow(storage::UnitOfWork &work, const PlaceWindow &window) const;
};

} // namespace tp::catalogue

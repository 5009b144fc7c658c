// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/catalogue/productplace.h"
#include "backend/kernel/uuid.h"
#include "backend/storage/unitofwork.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tp::catalogue {

/// Products that have a place, but whose words are not in SQLite's index yet. Each statement that
/// writes the index first puts on disk what the one before it left in memory, so the words of a
/// file's many products are cheapest in one: ProductPlaceStore::indexPending(). Belongs to one
/// unit of work and must be empty at its end.
using PendingWords = std::vector<std::string>;

/// Keeps SQLite's full text: what it finds a product by, and the numbers by which it finds in the
/// order of the list (see productplace.h). PostgreSQL does both by itself: there it does nothing.
class ProductPlaceStore
{
public:
    /// With `pending`, words wait there for indexPending().
    explicit ProductPlaceStore(PendingWords *pending = nullptr) : m_pending(pending) {}

    /// Gives a product that has no place the one between its neighbours, and takes it into the
    /// index.
    Result<void> enter(storage::UnitOfWork &work, const ProductId &id,
                       std::string_view nameKey) const;

    /// Takes it out and frees its place, before it is renamed or deleted.
    Result<void> leave(storage::UnitOfWork &work, const ProductId &id) const;

    /// Around a change of its words alone: out with the old ones, in with the new ones.
    Result<void> unindex(storage::UnitOfWork &work, const ProductId &id) const;
    Result<void> index(storage::UnitOfWork &work, const ProductId &id) const;

    /// Takes in what waits.
    Result<void> indexPending(storage::UnitOfWork &work) const;

private:
    Result<void> spread(storage::UnitOfWork &work, qint64 around) const;
    Result<void> spreadWindow(storage::UnitOfWork &work, const PlaceWindow &window) const;
    Result<void> setPlace(storage::UnitOfWork &work, std::string_view id, qint64 place) const;

    PendingWords *m_pending;
};

} // namespace tp::catalogue

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/catalogue/category.h"
#include "backend/catalogue/product.h"
#include "backend/events/outbox.h"

#include <QList>

namespace tp::catalogue {

/// Tells everybody who listens what became of products and categories. Of what one unit of work
/// does to one of them only the last is told.
class CatalogueEvents
{
public:
    static void tell(storage::UnitOfWork &work, const Product &product, contract::EventType type);
    static void tell(storage::UnitOfWork &work, const Category &category, contract::EventType type);

    /// A row for many: what a part of a file brought.
    static Result<void> tellImported(storage::UnitOfWork &work, const QList<ProductId> &ids);
};

} // namespace tp::catalogue

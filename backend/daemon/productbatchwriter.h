// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/catalogue/productimportservice.h"
#include "backend/daemon/importcounts.h"
#include "backend/daemon/productrow.h"
#include "backend/kernel/clock.h"
#include "backend/storage/unitofwork.h"

#include <optional>
#include <span>

namespace tp::daemon {

/// Writes rows into the shop: product, category, stock, picture. Each call is a share of one unit
/// of work.
class ProductBatchWriter
{
public:
    /// How rows are guarded against one another. Together costs nothing and is undone as a whole
    /// when a statement fails; Apart sets a savepoint a row, so that only that row is lost.
    enum class Guard { Together, Apart };

    struct Written
    {
        ImportCounts counts; ///< Without the rejected.
        std::size_t rows = 0;
        QList<Rejection> rejections;
        QList<ProductId> touched;     ///< That are new or were changed.
        std::optional<Error> failure; ///< Nothing of this may be kept.
    };

    explicit ProductBatchWriter(const Clock &clock);

    /// Writes from the start of `rows` until they are done or `untilSteadyMs` has come; at least
    /// one.
    Written write(storage::UnitOfWork &work, std::span<const ProductRow> rows, Guard guard,
                  qint64 untilSteadyMs) const;

private:
    using Importer = catalogue::ProductImportService;

    Result<void> placeApart(storage::UnitOfWork &work, const ProductRow &row,
                            Written &written) const;
    Result<bool> place(storage::UnitOfWork &work, Importer &importer, const ProductRow &row,
                       Written &written) const;

    const Clock &m_clock;
    catalogue::ProductService m_products;
    catalogue::CategoryService m_categories;
};

} // namespace tp::daemon

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/catalogue/categoryservice.h"
#include "backend/catalogue/productplacestore.h"
#include "backend/catalogue/productservice.h"

#include <QHash>

#include <optional>

namespace tp::catalogue {

/// One row of a file of products. What the file does not have, or leaves empty, is nothing: a new
/// product gets the usual value, one that exists keeps its own.
struct ImportRow
{
    QString sku;
    QString name;
    Money price;
    std::optional<QString> description;
    std::optional<QString> categoryPath; ///< "Drinks/Coffee"
    std::optional<QString> taxClass;
    std::optional<QString> unit; ///< As it stands in the file: "kg".
    std::optional<QStringList> barcodes;
    std::optional<bool> active;
    bool isCounted = true; ///< False: nobody says how many there are, so none is ever short.
};

/// What became of a row.
struct ImportOutcome
{
    enum class Kind { Imported, Changed, Unchanged, Rejected };

    Kind kind = Kind::Rejected;
    ProductId id;                         ///< Unless it was rejected.
    ErrorCode code = ErrorCode::Internal; ///< Why it was.
    QString column;                       ///< As files call it: "price".
    QString reason;
};

/// Takes the rows of a file in, one by one: by its SKU a row is a new product or changes one.
/// Serves one unit of work, in which it remembers the categories that it found or made; the next
/// unit gets a new one. A rejected row has changed nothing. That a SKU comes twice in one file is
/// for the reader of the file to see: compare by skuKey().
class ProductImportService
{
public:
    ProductImportService(const ProductService &products, const CategoryService &categories,
                         storage::UnitOfWork &work)
        : m_products(products)
        , m_categories(categories)
        , m_work(work)
    {}

    /// An error is the database's, not the row's.
    Result<ImportOutcome> take(const ImportRow &row);

    /// After the last row, in the same unit of work: makes what was taken in findable.
    Result<void> finish();

private:
    Result<std::optional<ImportOutcome>> problemOf(const ProductId &id,
                                                   const ProductDetails &details) const;
    Result<CategoryId> categoryOf(const QStringList &path);

    const ProductService &m_products;
    const CategoryService &m_categories;
    storage::UnitOfWork &m_work;
    QHash<QString, CategoryId> m_categoryOfPath;
    PendingWords m_pending;
};

} // namespace tp::catalogue

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/catalogue/product.h"
#include "backend/catalogue/shoprulesservice.h"
#include "backend/storage/unitofwork.h"

#include <optional>
#include <string>

namespace tp::catalogue {

/// What one can do with products, each inside a unit of work that is handed in. Any writer thread.
class ProductService
{
public:
    explicit ProductService(ShopRules rules) : m_rules(std::move(rules)) {}

    struct Created
    {
        ProductId id;
        bool isNew = true; ///< False: the same body made it before.
    };

    /// `id` is the client's, where it chose one; `createHash` that of its body. IdTaken, SkuTaken,
    /// BarcodeTaken, and what is wrong with the details, all at once.
    Result<Created> create(storage::UnitOfWork &work, const std::optional<ProductId> &id,
                           const ProductDetails &details, const std::string &createHash) const;

    /// The version as it stands, for the condition of a change. NotFound.
    Result<qint64> version(storage::UnitOfWork &work, const ProductId &id) const;

    /// The version counts on only if something changed. NotFound, and as create().
    Result<void> change(storage::UnitOfWork &work, const ProductId &id,
                        const ProductChange &change) const;

    enum class Removal { Archived, Removed };

    /// A product that was ever sold is archived. One that never was is deleted with its levels;
    /// what the ledger says of it stays, because a ledger is not erased. NotFound.
    Result<Removal> remove(storage::UnitOfWork &work, const ProductId &id) const;

    /// Its picture from now on; the version after it. NotFound.
    Result<qint64> setImage(storage::UnitOfWork &work, const ProductId &id,
                            const std::string &imageHash) const;

    /// Everything that is wrong with the details, also against what the shop knows.
    Result<QList<FieldError>> problems(storage::UnitOfWork &work,
                                       const ProductDetails &details) const;

    /// BarcodeTaken, at the barcode in question.
    Result<void> checkBarcodes(storage::UnitOfWork &work, const ProductId &id,
                               const QStringList &barcodes) const;

private:
    Result<void> check(storage::UnitOfWork &work, const ProductId &id,
                       const ProductDetails &details) const;
    Result<void> write(storage::UnitOfWork &work, const Product &before, Product after) const;

    ShopRules m_rules;
};

} // namespace tp::catalogue

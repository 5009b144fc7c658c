// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"
#include "ui/presentation/shopproduct.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

class QObject;

namespace tp::ui {

/// Which products are asked for: those on sale alone, one page of them.
struct ProductQuery
{
    QString text;   ///< Every word a prefix of name, SKU or barcode; empty: all.
    QString cursor; ///< Empty: the first page.
    int limit = 200;
};

struct ProductPage
{
    QList<ShopProduct> products;
    QString nextCursor; ///< Empty: this was the last page.
};

/// Where the till's products come from; app/api implements it. Callbacks come on the caller's
/// thread, never before the call has returned, once each, and not at all when `context` has died.
class CataloguePort
{
public:
    using CategoriesReply = std::function<void(const Result<QList<ShopCategory>> &)>;
    using ProductsReply = std::function<void(const Result<ProductPage> &)>;

    virtual ~CataloguePort() = default;

    virtual void loadCategories(QObject *context, CategoriesReply reply) = 0;
    virtual void loadProducts(const ProductQuery &query, QObject *context, ProductsReply reply) = 0;
};

} // namespace tp::ui

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/money.h"
#include "backend/kernel/result.h"
#include "backend/kernel/uuid.h"
#include "backend/storage/unitofwork.h"

#include <QString>

#include <optional>

namespace tp::catalogue {

/// What a sale needs to know of a product.
struct SaleProduct
{
    ProductId id;
    QString sku;
    QString name;
    Money price;
    QString taxClass;
    bool isActive = true;
};

/// The SQL by which sales read products, and note that they were sold.
class SaleProductStore
{
public:
    /// Nothing when there is no such product, archived ones included.
    static Result<std::optional<SaleProduct>> find(storage::Session &session, ProductId id);

    /// From now on it is archived instead of removed.
    static Result<void> noteSold(storage::UnitOfWork &work, ProductId id);
};

} // namespace tp::catalogue

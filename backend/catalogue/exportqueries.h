// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/money.h"
#include "backend/kernel/quantity.h"
#include "backend/storage/session.h"

#include <QHash>
#include <QStringList>

#include <functional>
#include <string>

namespace tp::catalogue {

/// A product as a file of products has it.
struct ExportedProduct
{
    QString sku;
    QString name;
    QString description;
    QStringList categoryPath; ///< From the top; empty: in no category.
    Money price;
    QString taxClass;
    QString unit;
    QStringList barcodes;
    Quantity stock; ///< At the default location, where an import puts it.
    bool active = true;
};

/// All products by SKU, page by page, so that each page is a short snapshot of its own.
class ExportQueries
{
public:
    using Use = std::function<void(const ExportedProduct &)>;

    /// Hands `use` at most `limit` products behind `afterSkuKey` (empty: the first) and says after
    /// which to go on; empty at the end.
    Result<std::string> page(storage::Session &session, const std::string &afterSkuKey, int limit,
                             const Use &use);

private:
    Result<QStringList> pathOf(storage::Session &session, const std::string &categoryId);

    QHash<QString, QStringList> m_paths; ///< By category id: there are few, and each stands once.
};

} // namespace tp::catalogue

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/catalogue/categoryservice.h"
#include "backend/catalogue/productqueries.h"
#include "backend/catalogue/productservice.h"
#include "backend/settings/settingsstore.h"
#include "tests/storage/freshdatabases.h"

#include <functional>

namespace tp::test {

/// A shop in EUR with nothing in it, in a new database, and short words for what tests do there.
class FreshShop
{
public:
    FreshShop(FreshDatabases &databases, storage::Dialect dialect);

    /// Not open: the test fails.
    bool isOpen() const { return m_isOpen; }

    storage::Database &database() { return *m_database; }
    const catalogue::ProductService &products() const { return m_products; }
    const catalogue::CategoryService &categories() const { return m_categories; }

    /// Runs `work` in a unit of its own, kept when it succeeds. Its error, else the database's.
    Result<void> write(const std::function<Result<void>(storage::UnitOfWork &)> &work);
    void read(const std::function<void(storage::Snapshot &)> &work);

    /// EUR 1.00, active, nowhere.
    static catalogue::ProductDetails details(const QString &sku, const QString &name);

    /// Nil when it was refused.
    ProductId add(const catalogue::ProductDetails &details);
    CategoryId addCategory(const QString &name, std::optional<CategoryId> parent = {});

    /// The names on all pages of a list, page by page: "a b|c d".
    QString names(const catalogue::ProductFilter &filter, int limit);
    QString found(const QString &question, const catalogue::ProductFilter &filter = {},
                  int limit = 200);

private:
    settings::SettingsStore m_settings;
    catalogue::ProductService m_products;
    catalogue::CategoryService m_categories;
    std::unique_ptr<storage::Database> m_database;
    bool m_isOpen = false;
};

} // namespace tp::test

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/catalogueport.h"
#include "ui/presentation/shopproduct.h"

#include <QList>
#include <QObject>

#include <map>

namespace tp::ui {

/// Fetches a till's catalogue page after page, up to ProductsMax products. One load at a time; a
/// new one makes the answers to the old one void. A product that did not change is the same
/// ProductRef as in the load before.
class CatalogueLoader final : public QObject
{
    Q_OBJECT

public:
    static constexpr int ProductsMax = 20'000;

    explicit CatalogueLoader(CataloguePort &port, QObject *parent = nullptr);

    void load();
    void cancel();

    bool isLoading() const { return m_isLoading; }
    bool isComplete() const { return m_isComplete; } ///< False when the shop has more.
    const QList<ProductRef> &products() const { return m_products; }
    const QList<ShopCategory> &categories() const { return m_categories; }

signals:
    void pageLoaded(); ///< More pages follow.
    void loaded();
    void failed(const tp::Error &error);

private:
    void takeCategories(const Result<QList<ShopCategory>> &categories);
    void askForProducts(const QString &cursor);
    void takePage(const Result<ProductPage> &page, const QString &cursor);
    void finish();
    void fail(const Error &error);

    CataloguePort &m_port;
    QList<ProductRef> m_products;
    QList<ShopCategory> m_categories;
    std::map<ProductId, ProductRef> m_loaded; ///< Of this load: a product may move between pages.
    std::map<ProductId, ProductRef> m_before; ///< Of the last one that ended.
    int m_generation = 0;
    bool m_isLoading = false;
    bool m_isComplete = true;
};

} // namespace tp::ui

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/catalogueport.h"

#include <deque>
#include <functional>
#include <optional>

namespace tp::test {

/// A shop in memory behind the port. It answers through the event loop as the network does, can be
/// told to keep its answers back or to fail, and never answers one who has died.
class FakeCatalogue final : public ui::CataloguePort
{
public:
    QList<ui::ShopCategory> categories;
    QList<ui::ShopProduct> products;
    std::optional<Error> failure; ///< What every question is answered with, if set.
    bool holdsAnswers = false;

    void loadCategories(QObject *context, CategoriesReply reply) override;
    void loadProducts(const ui::ProductQuery &query, QObject *context,
                      ProductsReply reply) override;

    /// Gives the answers that were kept back.
    void release();

    int questions() const { return m_questions; }

private:
    void answer(QObject *context, std::function<void()> say);

    std::deque<std::function<void()>> m_held;
    int m_questions = 0;
};

} // namespace tp::test

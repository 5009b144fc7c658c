// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/catalogueport.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace tp::test {

/// A catalogue that answers in the next turn of the event loop, or when a test lets it. Holds to
/// the port's promises: never at once, once, and not to the dead.
class FakeCatalogue final : public ui::CataloguePort
{
public:
    QList<ui::ShopCategory> categories;
    QList<ui::ShopProduct> products;
    QList<ui::ShopProduct> elsewhere; ///< Found by the server's search alone.
    int pageSize = 200;
    QList<Error> troubles; ///< Taken from the front, one for each question.
    bool isHeld = false;   ///< Answers wait for release().
    QList<ui::ProductQuery> queries;
    int loads = 0;

    void release()
    {
        isHeld = false;
        for (const auto &answer : std::exchange(m_waiting, {}))
            answer();
    }

    void loadCategories(QObject *context, CategoriesReply reply) override
    {
        ++loads;
        if (!troubles.isEmpty())
            answer(context, std::move(reply),
                   Result<QList<ui::ShopCategory>>(troubles.takeFirst()));
        else
            answer(context, std::move(reply), Result<QList<ui::ShopCategory>>(categories));
    }

    void loadProducts(const ui::ProductQuery &query, QObject *context, ProductsReply reply) override
    {
        queries.append(query);
        if (!troubles.isEmpty()) {
            answer(context, std::move(reply), Result<ui::ProductPage>(troubles.takeFirst()));
            return;
        }
        ui::ProductPage page;
        if (!query.text.isEmpty()) {
            page.products = elsewhere;
        } else {
            const qsizetype first = query.cursor.toInt();
            page.products = products.mid(first, pageSize);
            if (first + pageSize < products.size())
                page.nextCursor = QString::number(first + pageSize);
        }
        answer(context, std::move(reply), Result<ui::ProductPage>(page));
    }

private:
    template <typename Reply, typename Answer>
    void answer(QObject *context, Reply reply, Answer result)
    {
        auto deliver = [guard = QPointer<QObject>(context), reply = std::move(reply),
                        result = std::move(result)] {
            if (guard)
                reply(result);
        };
        if (isHeld)
            m_waiting.append(deliver);
        else
            QMetaObject::invokeMethod(context, deliver, Qt::QueuedConnection);
    }

    QList<std::function<void()>> m_waiting;
};

} // namespace tp::test

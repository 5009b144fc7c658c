// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/fakecatalogue.h"

#include <QMetaObject>
#include <QPointer>

#include <utility>

namespace tp::test {

void FakeCatalogue::loadCategories(QObject *context, CategoriesReply reply)
{
    answer(context, [this, reply = std::move(reply)] {
        if (failure)
            reply(*failure);
        else
            reply(categories);
    });
}

void FakeCatalogue::loadProducts(const ui::ProductQuery &query, QObject *context,
                                 ProductsReply reply)
{
    const int from = query.cursor.toInt();
    answer(context, [this, from, limit = query.limit, reply = std::move(reply)] {
        if (failure) {
            reply(*failure);
            return;
        }
        ui::ProductPage page;
        page.products = products.mid(from, limit);
        if (from + limit < products.size())
            page.nextCursor = QString::number(from + limit);
        reply(page);
    });
}

void FakeCatalogue::answer(QObject *context, std::function<void()> say)
{
    ++m_questions;
    const QPointer<QObject> asker(context);
    auto sayIfAlive = [asker, say = std::move(say)] {
        if (asker)
            say();
    };
    if (holdsAnswers)
        m_held.emplace_back(std::move(sayIfAlive));
    else
        QMetaObject::invokeMethod(context, std::move(sayIfAlive), Qt::QueuedConnection);
}

void FakeCatalogue::release()
{
    holdsAnswers = false;
    for (const auto &say : std::exchange(m_held, {}))
        say();
}

} // namespace tp::test

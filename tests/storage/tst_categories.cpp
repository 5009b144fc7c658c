// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/categoryqueries.h"
#include "backend/contract/jsonvalue.h"
#include "tests/storage/freshshop.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tp::CategoryId;
using tp::ErrorCode;
using tp::Result;
using tp::catalogue::CategoryChange;
using tp::storage::UnitOfWork;
using tp::test::FreshShop;

/// The tree of categories stays a tree on both databases.
class TestCategories : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { tp::test::FreshDatabases::addRows(); }

    void init()
    {
        QFETCH_GLOBAL(int, dialect);
        m_shop = std::make_unique<FreshShop>(m_databases, tp::storage::Dialect(dialect));
        QVERIFY(m_shop->isOpen());
    }

    void cleanup() { m_shop.reset(); }

    void newOnesGoBehindTheirSiblings()
    {
        const CategoryId top = m_shop->addCategory(u"Top"_s);
        QCOMPARE(shown(m_shop->addCategory(u"b"_s, top)), u"b 0 1"_s);
        QCOMPARE(shown(m_shop->addCategory(u"a"_s, top)), u"a 1 1"_s);
        QCOMPARE(shown(m_shop->addCategory(u"Other"_s)), u"Other 1 1"_s);
    }

    void aRingIsRefused()
    {
        const CategoryId a = m_shop->addCategory(u"a"_s);
        const CategoryId b = m_shop->addCategory(u"b"_s, a);
        const CategoryId c = m_shop->addCategory(u"c"_s, b);
        QCOMPARE(moved(a, c), ErrorCode::CategoryCycle);
        QCOMPARE(moved(a, a), ErrorCode::CategoryCycle);
        QCOMPARE(moved(b, b), ErrorCode::CategoryCycle);
        QCOMPARE(moved(c, a), ErrorCode::Count);
        QCOMPARE(moved(b, c), ErrorCode::Count);
        QCOMPARE(moved(b, {}), ErrorCode::Count);
        QCOMPARE(moved(b, CategoryId(tp::Uuid::v7(1, m_databases.random))),
                 ErrorCode::UnknownReference);
    }

    void siblingsDifferInName()
    {
        const CategoryId a = m_shop->addCategory(u"Café"_s);
        QVERIFY(m_shop->addCategory(u"cafe"_s).isNil());
        const CategoryId below = m_shop->addCategory(u"cafe"_s, a);
        QVERIFY(!below.isNil());
        QCOMPARE(moved(below, {}), ErrorCode::Conflict);
    }

    void whatIsInUseStays()
    {
        const CategoryId a = m_shop->addCategory(u"a"_s);
        const CategoryId b = m_shop->addCategory(u"b"_s, a);
        auto details = FreshShop::details(u"S"_s, u"s"_s);
        details.categoryId = b;
        QVERIFY(!m_shop->add(details).isNil());
        QCOMPARE(removed(a), ErrorCode::CategoryInUse);
        QCOMPARE(removed(b), ErrorCode::CategoryInUse);
        QVERIFY(m_shop->write([](UnitOfWork &work) -> Result<void> {
            TP_CHECK(work.execute("UPDATE products SET category_id = NULL"));
            return {};
        }));
        QCOMPARE(removed(b), ErrorCode::Count);
        QCOMPARE(removed(a), ErrorCode::Count);
        QCOMPARE(removed(a), ErrorCode::NotFound);
    }

    void aPathIsMadeOnce()
    {
        CategoryId first;
        CategoryId second;
        QVERIFY(m_shop->write([&](UnitOfWork &work) -> Result<void> {
            TP_TRY(first, m_shop->categories().resolve(work, {u"Drinks"_s, u"Coffee"_s}));
            TP_TRY(second, m_shop->categories().resolve(work, {u"DRINKS"_s, u"coffée"_s}));
            return {};
        }));
        QCOMPARE(first, second);
    }

private:
    QString shown(const CategoryId &id)
    {
        QString text;
        m_shop->read([&](tp::storage::Snapshot &snapshot) {
            std::string out;
            tp::contract::JsonWriter json(out);
            QVERIFY(tp::catalogue::CategoryQueries().write(snapshot, id, json));
            const auto value = tp::contract::parseJson(out);
            QVERIFY(value);
            for (const char *name : {"name", "position", "version"})
                text.append(QString::fromStdString(value->find(name)->text) + u' ');
        });
        return text.trimmed();
    }

    ErrorCode moved(const CategoryId &id, std::optional<CategoryId> parent)
    {
        CategoryChange change;
        change.parentId = parent;
        const auto done = m_shop->write(
            [&](UnitOfWork &work) { return m_shop->categories().change(work, id, change); });
        return done ? ErrorCode::Count : done.error().code;
    }

    ErrorCode removed(const CategoryId &id)
    {
        const auto done =
            m_shop->write([&](UnitOfWork &work) { return m_shop->categories().remove(work, id); });
        return done ? ErrorCode::Count : done.error().code;
    }

    tp::test::FreshDatabases m_databases;
    std::unique_ptr<FreshShop> m_shop;
};

TP_TEST(TestCategories)
#include "tst_categories.moc"

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/jsonvalue.h"
#include "tests/storage/paymentshop.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tp::payments;
using tp::ErrorCode;
using tp::PaymentId;
using tp::test::PaymentShop;

/// Lists of payments, on both databases: newest first, page by page, and whose.
class TestPaymentLists : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { tp::test::FreshDatabases::addRows(); }

    void init()
    {
        QFETCH_GLOBAL(int, dialect);
        m_shop = std::make_unique<PaymentShop>(m_databases, tp::storage::Dialect(dialect));
        QVERIFY(m_shop->isOpen());
        m_names.clear();
        for (const char *name : {"1a", "2b", "3a", "4b", "5a"}) {
            NewPayment wanted = PaymentShop::wanted();
            wanted.userId = name[1];
            m_names.insert(m_shop->create(wanted).toQString(), QString::fromLatin1(name, 1));
            // Two of them at one moment.
            if (*name != '3')
                m_databases.clock.advance(5);
        }
        for (auto it = m_names.cbegin(); it != m_names.cend(); ++it) {
            if (it.value() == u"2"_s || it.value() == u"5"_s)
                m_shop->act(*PaymentId::parse(it.key().toStdString()), Action::Authorize,
                            "k" + it.key().toStdString());
        }
    }

    void cleanup() { m_shop.reset(); }

    void newestFirstPageByPage()
    {
        for (const int limit : {1, 2, 3, 200}) {
            const QString all = listed({}, limit).remove(u'|');
            QCOMPARE(all.size(), 5);
            QVERIFY(all == u"54321"_s || all == u"53421"_s);
        }
        QCOMPARE(listed({}, 2).count(u'|'), 2);
        QCOMPARE(listed({}, 5).count(u'|'), 0);
    }

    void byUserAndStatus()
    {
        QCOMPARE(listed({.owner = {}, .user = "a", .status = {}}, 2), u"53|1"_s);
        QCOMPARE(listed({.owner = {}, .user = {}, .status = "authorized"}, 1), u"5|2"_s);
        QCOMPARE(listed({.owner = {}, .user = "b", .status = "pending"}, 9), u"4"_s);
        QCOMPARE(listed({.owner = {}, .user = "c", .status = {}}, 9), QString());
        QCOMPARE(listed({.owner = {}, .user = {}, .status = "captured"}, 9), QString());
    }

    void nobodySeesWhatIsAnothers()
    {
        QCOMPARE(listed({.owner = "a", .user = {}, .status = {}}, 9), u"531"_s);
        QCOMPARE(listed({.owner = "a", .user = "a", .status = "pending"}, 9), u"31"_s);
        QCOMPARE(listed({.owner = "a", .user = "b", .status = {}}, 9), QString());
        for (auto it = m_names.cbegin(); it != m_names.cend(); ++it) {
            const bool isTheirs = u"135"_s.contains(it.value());
            QCOMPARE(isShown(*PaymentId::parse(it.key().toStdString()), "a"), isTheirs);
        }
    }

private:
    QString listed(const PaymentQueries::Filter &filter, int limit)
    {
        QStringList pages;
        std::optional<PaymentQueries::After> after;
        do {
            std::string text;
            tp::contract::JsonWriter json(text);
            json.beginArray();
            m_shop->shop().read([&](tp::storage::Snapshot &snapshot) {
                after = PaymentQueries().writePage(snapshot, filter, after, limit, json).value();
            });
            json.endArray();
            pages.append(namesOf(text));
        } while (after && pages.size() < 100);
        return pages.join(u'|');
    }

    QString namesOf(const std::string &text)
    {
        const auto items = tp::contract::parseJson(text);
        QString names;
        for (const auto &item : items->items)
            names += m_names.value(QString::fromStdString(item.find("id")->text));
        return names;
    }

    bool isShown(PaymentId id, const char *owner)
    {
        bool isThere = false;
        m_shop->shop().read([&](tp::storage::Snapshot &snapshot) {
            std::string text;
            tp::contract::JsonWriter json(text);
            isThere = bool(PaymentQueries().write(snapshot, id, owner, json));
        });
        return isThere;
    }

    tp::test::FreshDatabases m_databases;
    std::unique_ptr<PaymentShop> m_shop;
    QHash<QString, QString> m_names;
};

TP_TEST(TestPaymentLists)
#include "tst_paymentlists.moc"

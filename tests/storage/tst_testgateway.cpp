// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/jsonvalue.h"
#include "backend/payments/testgatewayqueries.h"
#include "backend/payments/testgatewayservice.h"
#include "tests/storage/gatewayreplies.h"
#include "tests/storage/runningclock.h"
#include "tests/support/seededrandom.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tp::payments;
using tp::Currency;
using tp::Money;
using tp::test::AskedGateway;
using tp::test::AwaitedReply;

namespace {

Money pounds(qint64 pence)
{
    return *Money::fromMinor(pence, *Currency::fromCode(std::string_view("GBP")));
}

} // namespace

/// What the test gateway does beside what every gateway does: its tokens, its books on disk.
class TestTestGateway : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_gateway = opened(1500);
    }

    void cleanup()
    {
        m_gateway.reset();
        m_folder.reset();
    }

    void anErrorIsNeitherYesNorNoAndGoesAway()
    {
        AskedGateway gateway(*m_gateway);
        QCOMPARE(gateway.authorize("a", pounds(5), "tok_error_once"), u"unknown"_s);
        QCOMPARE(gateway.status("a"), u"not found"_s);
        QCOMPARE(acts(), QString());
        m_gateway = opened(1500); // It remembers that, too.
        AskedGateway later(*m_gateway);
        const auto reference = later.authorized("a", pounds(5), "tok_error_once");
        QVERIFY(!reference.empty());
        QVERIFY(later.act(Action::Capture, "c", reference, pounds(5)).startsWith(u"done"_s));
        QCOMPARE(acts(), u"authorize a, capture c"_s);
    }

    void whatItDoesNotKnowIsNoCard()
    {
        AskedGateway gateway(*m_gateway);
        QCOMPARE(gateway.authorize("a", pounds(5), "4242424242424242"), u"refused invalid_token"_s);
        QCOMPARE(gateway.authorize("b", pounds(5), "tok_declined"), u"refused card_declined"_s);
    }

    void aSlowCardIsAnsweredInTime()
    {
        const qint64 beganMs = m_clock.steadyMs();
        QVERIFY(AskedGateway(*m_gateway)
                    .authorize("a", pounds(5), "tok_slow_100")
                    .startsWith(u"done"_s));
        QVERIFY(m_clock.steadyMs() - beganMs >= 100);
    }

    void aCardThatIsTooSlowIsDoneAllTheSame()
    {
        AskedGateway gateway(*m_gateway);
        QCOMPARE(gateway.authorize("a", pounds(5), "tok_slow_2000"), u"unknown"_s);
        const QString said = gateway.status("a");
        QVERIFY(said.startsWith(u"done "_s));
        QCOMPARE(gateway.act(Action::Capture, "c", said.sliced(5).toStdString(), pounds(5)),
                 u"unknown"_s);
        QVERIFY(gateway.status("c").startsWith(u"done"_s));
        QCOMPARE(acts(), u"authorize a, capture c"_s);
    }

    void itsBooksOutliveIt()
    {
        const auto reference = AskedGateway(*m_gateway).authorized("a", pounds(5), "tok_ok");
        m_gateway = opened(1500);
        AskedGateway gateway(*m_gateway);
        QCOMPARE(gateway.status("a"), u"done "_s + QString::fromStdString(reference));
        QVERIFY(gateway.act(Action::Capture, "c", reference, pounds(5)).startsWith(u"done"_s));
        QCOMPARE(acts(), u"authorize a, capture c"_s);
    }

    void twoBackendsHaveTheSameBooks()
    {
        const auto other = opened(5000);
        const auto reference = AskedGateway(*m_gateway).authorized("a", pounds(5), "tok_ok");
        AskedGateway gateway(*other);
        QCOMPARE(gateway.status("a"), u"done "_s + QString::fromStdString(reference));
        QVERIFY(gateway.act(Action::Capture, "c", reference, pounds(5)).startsWith(u"done"_s));
        QVERIFY(AskedGateway(*m_gateway)
                    .act(Action::Capture, "d", reference, pounds(5))
                    .startsWith(u"refused"_s));
    }

    void whoeverStillWaitsAtTheEndIsTold()
    {
        m_gateway = opened(3'600'000);
        AwaitedReply unheard;
        AwaitedReply slow;
        AwaitedReply quick;
        m_gateway->authorize("a", pounds(5), "tok_timeout", unheard.taker());
        m_gateway->authorize("b", pounds(5), "tok_slow_500000", slow.taker());
        m_gateway->authorize("c", pounds(5), "tok_ok", quick.taker());
        m_gateway->close();
        QCOMPARE(AskedGateway::words(unheard.wait()), u"unknown"_s);
        QVERIFY(AskedGateway::words(slow.wait()).startsWith(u"done"_s));
        QVERIFY(AskedGateway::words(quick.wait()).startsWith(u"done"_s));
        QCOMPARE(AskedGateway(*m_gateway).status("c"), u"unknown"_s);
        QCOMPARE(unheard.times() + slow.times() + quick.times(), 3);
    }

    void theLedgerIsReadPageByPage()
    {
        AskedGateway gateway(*m_gateway);
        for (const char *key : {"a", "b", "c"})
            gateway.authorize(key, pounds(5), "tok_ok");
        QStringList pages;
        std::optional<qint64> next = 0;
        while (next) {
            std::string json = "[";
            tp::contract::JsonWriter writer(json);
            QVERIFY(m_gateway->read([&](tp::storage::Snapshot &books) {
                next = TestGatewayQueries().writeActs(books, *next, 2, writer).value();
            }));
            const auto page = tp::contract::parseJson(json + ']');
            QVERIFY(page);
            pages.append(QString::number(page->items.size()));
            QCOMPARE(page->items.front().find("action")->text, std::string("authorize"));
            QCOMPARE(page->items.front().find("amount")->find("currency")->text,
                     std::string("GBP"));
        }
        QCOMPARE(pages.join(u' '), u"2 1"_s);
    }

private:
    std::unique_ptr<TestGatewayService> opened(qint64 timeoutMs)
    {
        auto opened =
            TestGatewayService::open(m_folder->filePath(u"books"_s), m_clock, m_random, timeoutMs);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        return std::move(opened).value();
    }

    QString acts()
    {
        QStringList lines;
        const auto done = m_gateway->read([&](tp::storage::Snapshot &books) {
            auto rows = books.query("SELECT action, key FROM gateway_acts ORDER BY seq");
            while (rows.next())
                lines.append(QString::fromStdString(std::string(rows.text(0)) + ' ' +
                                                    std::string(rows.text(1))));
        });
        return done ? lines.join(u", "_s) : u"unreadable"_s;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    tp::test::RunningClock m_clock;
    tp::test::SeededRandom m_random{1};
    std::unique_ptr<TestGatewayService> m_gateway;
};

TP_TEST(TestTestGateway)
#include "tst_testgateway.moc"

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/payments/testgatewayservice.h"
#include "tests/storage/gatewayreplies.h"
#include "tests/storage/runningclock.h"
#include "tests/support/fakepaymentgateway.h"
#include "tests/support/seededrandom.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace tp::payments;
using tp::Currency;
using tp::Money;
using tp::test::AskedGateway;
using tp::test::AwaitedReply;
using tp::test::FakePaymentGateway;

namespace {

Money euros(qint64 cents)
{
    return *Money::fromMinor(cents, *Currency::fromCode(std::string_view("EUR")));
}

/// A gateway, and what a card must be called there so that something befalls it.
class GatewayUnderTest
{
public:
    virtual ~GatewayUnderTest() = default;
    virtual PaymentGateway &gateway() = 0;

    virtual std::string good() { return "tok_ok"; }
    virtual std::string declined() { return "tok_declined"; }
    /// Its capture is done, and the answer lost.
    virtual std::string captureUnsaid() { return "tok_timeout_then_captured"; }
    /// Its authorization never arrives.
    virtual std::string unheard() { return "tok_timeout"; }

    /// Every act in the gateway's own books, in order: "capture KEY 100".
    virtual QStringList acts() = 0;
};

QString actLine(std::string_view action, std::string_view key, qint64 minor)
{
    return u"%1 %2 %3"_s
        .arg(QString::fromStdString(std::string(action)), QString::fromStdString(std::string(key)))
        .arg(minor);
}

class TestGatewayUnderTest final : public GatewayUnderTest
{
public:
    TestGatewayUnderTest()
        : m_gateway(TestGatewayService::open(m_folder.filePath(u"books"_s), m_clock, m_random, 1500)
                        .value())
    {}

    PaymentGateway &gateway() override { return *m_gateway; }

    QStringList acts() override
    {
        QStringList lines;
        const auto done = m_gateway->read([&](tp::storage::Snapshot &books) {
            auto rows = books.query("SELECT action, key, amount FROM gateway_acts ORDER BY seq");
            while (rows.next())
                lines.append(actLine(rows.text(0), rows.text(1), rows.integer(2)));
        });
        return done ? lines : QStringList(u"unreadable"_s);
    }

private:
    QTemporaryDir m_folder;
    tp::test::RunningClock m_clock;
    tp::test::SeededRandom m_random{1};
    std::unique_ptr<TestGatewayService> m_gateway;
};

class FakeUnderTest final : public GatewayUnderTest
{
public:
    PaymentGateway &gateway() override { return m_gateway; }

    std::string declined() override
    {
        m_gateway.script(Action::Authorize,
                         {FakePaymentGateway::Fate::Refused, FakePaymentGateway::Fate::Refused});
        return "declined";
    }
    std::string captureUnsaid() override
    {
        m_gateway.script(Action::Capture, {FakePaymentGateway::Fate::AnswerLost});
        return "unsaid";
    }
    std::string unheard() override
    {
        m_gateway.script(Action::Authorize, {FakePaymentGateway::Fate::Unheard});
        return "unheard";
    }

    QStringList acts() override
    {
        QStringList lines;
        for (const FakePaymentGateway::Act &act : m_gateway.acts())
            lines.append(actLine(nameOf(act.action), act.key, act.amount.minor()));
        return lines;
    }

private:
    FakePaymentGateway m_gateway;
};

using MakeGateway = std::unique_ptr<GatewayUnderTest> (*)();

/// A later gateway has a row here and passes the same.
struct GatewayRow
{
    const char *name;
    MakeGateway make;
};
constexpr GatewayRow GatewayRows[] = {
    {"test gateway",
     []() -> std::unique_ptr<GatewayUnderTest> {
         return std::make_unique<TestGatewayUnderTest>();
     }},
    {"as a test says",
     []() -> std::unique_ptr<GatewayUnderTest> { return std::make_unique<FakeUnderTest>(); }},
};

} // namespace

/// What every gateway promises, whatever stands behind it.
class TestPaymentGateways : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<int>("gateway");
        for (int i = 0; i < int(std::size(GatewayRows)); ++i)
            QTest::newRow(GatewayRows[i].name) << i;
    }

    void init()
    {
        QFETCH_GLOBAL(int, gateway);
        m_tested = GatewayRows[gateway].make();
    }

    void cleanup() { m_tested.reset(); }

    void theSameKeyHasOneEffectAndOneAnswer()
    {
        AskedGateway gateway(m_tested->gateway());
        const auto reference = gateway.authorized("a", euros(100), m_tested->good());
        QVERIFY(!reference.empty());
        const QString first = u"done "_s + QString::fromStdString(reference);
        QCOMPARE(gateway.authorize("a", euros(100), m_tested->good()), first);
        for (const auto action : {Action::Capture, Action::Refund}) {
            const char *key = action == Action::Capture ? "c" : "r";
            const QString said = gateway.act(action, key, reference, euros(100));
            QVERIFY(said.startsWith(u"done"_s));
            QCOMPARE(gateway.act(action, key, reference, euros(100)), said);
        }
        QCOMPARE(m_tested->acts(),
                 (QStringList{u"authorize a 100"_s, u"capture c 100"_s, u"refund r 100"_s}));
    }

    void anotherQuestionUnderAKeyIsRefusedAndHasNone()
    {
        AskedGateway gateway(m_tested->gateway());
        const auto reference = gateway.authorized("a", euros(100), m_tested->good());
        QVERIFY(gateway.authorize("a", euros(101), m_tested->good()).startsWith(u"refused"_s));
        QVERIFY(gateway.act(Action::Capture, "a", reference, euros(100)).startsWith(u"refused"_s));
        QCOMPARE(gateway.status("a"), u"done "_s + QString::fromStdString(reference));
        QCOMPARE(m_tested->acts(), QStringList{u"authorize a 100"_s});
    }

    void refusedStaysRefused()
    {
        AskedGateway gateway(m_tested->gateway());
        const std::string token = m_tested->declined();
        const QString said = gateway.authorize("a", euros(100), token);
        QVERIFY(said.startsWith(u"refused "_s));
        QVERIFY(said.size() > 8);
        QCOMPARE(gateway.status("a"), said);
        QCOMPARE(gateway.authorize("a", euros(100), token), said);
        QVERIFY(m_tested->acts().isEmpty());
    }

    void ofAKeyThatNobodyUsedNothingIsKnown()
    {
        AskedGateway gateway(m_tested->gateway());
        QCOMPARE(gateway.status("never"), u"not found"_s);
        // Asking about it is not using it.
        QVERIFY(!gateway.authorized("never", euros(1), m_tested->good()).empty());
    }

    void aLostAnswerCanBeAskedAbout()
    {
        AskedGateway gateway(m_tested->gateway());
        const auto reference = gateway.authorized("a", euros(100), m_tested->captureUnsaid());
        QVERIFY(!reference.empty());
        QCOMPARE(gateway.act(Action::Capture, "c", reference, euros(100)), u"unknown"_s);
        QVERIFY(gateway.status("c").startsWith(u"done"_s));
        QVERIFY(gateway.act(Action::Capture, "c", reference, euros(100)).startsWith(u"done"_s));
        QCOMPARE(m_tested->acts(), (QStringList{u"authorize a 100"_s, u"capture c 100"_s}));
    }

    void whatNeverArrivedIsUnknownAndThenNotFound()
    {
        AskedGateway gateway(m_tested->gateway());
        QCOMPARE(gateway.authorize("a", euros(100), m_tested->unheard()), u"unknown"_s);
        QCOMPARE(gateway.status("a"), u"not found"_s);
        QVERIFY(m_tested->acts().isEmpty());
    }

    void onlyWhatIsAuthorizedIsCapturedAndOnlyOnce()
    {
        AskedGateway gateway(m_tested->gateway());
        const auto reference = gateway.authorized("a", euros(100), m_tested->good());
        const auto capture = [&](const char *key, const std::string &of, Money amount) {
            return gateway.act(Action::Capture, key, of, amount);
        };
        QVERIFY(capture("nobody", "no such reference", euros(1)).startsWith(u"refused"_s));
        QVERIFY(capture("more", reference, euros(101)).startsWith(u"refused"_s));
        const Money yen = *Money::fromMinor(100, *Currency::fromCode(std::string_view("JPY")));
        QVERIFY(capture("yen", reference, yen).startsWith(u"refused"_s));
        QVERIFY(capture("less", reference, euros(60)).startsWith(u"done"_s));
        QVERIFY(capture("again", reference, euros(40)).startsWith(u"refused"_s));
        QCOMPARE(m_tested->acts(), (QStringList{u"authorize a 100"_s, u"capture less 60"_s}));
    }

    void whatIsVoidedIsNotCapturedAndTheOtherWayRound()
    {
        AskedGateway gateway(m_tested->gateway());
        const auto first = gateway.authorized("a1", euros(100), m_tested->good());
        QVERIFY(gateway.act(Action::Void, "v1", first, euros(100)).startsWith(u"done"_s));
        QVERIFY(gateway.act(Action::Void, "v1", first, euros(100)).startsWith(u"done"_s));
        QVERIFY(gateway.act(Action::Void, "v1b", first, euros(100)).startsWith(u"done"_s));
        QVERIFY(gateway.act(Action::Capture, "c1", first, euros(100)).startsWith(u"refused"_s));
        const auto second = gateway.authorized("a2", euros(100), m_tested->good());
        QVERIFY(gateway.act(Action::Capture, "c2", second, euros(100)).startsWith(u"done"_s));
        QVERIFY(gateway.act(Action::Void, "v2", second, euros(100)).startsWith(u"refused"_s));
        QCOMPARE(m_tested->acts(), (QStringList{u"authorize a1 100"_s, u"void v1 100"_s,
                                                u"authorize a2 100"_s, u"capture c2 100"_s}));
    }

    void noMoreIsGivenBackThanWasCaptured()
    {
        AskedGateway gateway(m_tested->gateway());
        const auto reference = gateway.authorized("a", euros(100), m_tested->good());
        const auto refund = [&](const char *key, qint64 cents) {
            return gateway.act(Action::Refund, key, reference, euros(cents));
        };
        QVERIFY(refund("early", 1).startsWith(u"refused"_s));
        QVERIFY(gateway.act(Action::Capture, "c", reference, euros(90)).startsWith(u"done"_s));
        QVERIFY(refund("r1", 50).startsWith(u"done"_s));
        QVERIFY(refund("r2", 41).startsWith(u"refused"_s));
        QVERIFY(refund("r3", 40).startsWith(u"done"_s));
        QVERIFY(refund("r4", 1).startsWith(u"refused"_s));
        QVERIFY(refund("r3", 40).startsWith(u"done"_s));
        QCOMPARE(m_tested->acts(), (QStringList{u"authorize a 100"_s, u"capture c 90"_s,
                                                u"refund r1 50"_s, u"refund r3 40"_s}));
    }

    void theSameKeyFromManyAtOnceHasOneEffect()
    {
        AskedGateway gateway(m_tested->gateway());
        const std::string token = m_tested->good();
        QStringList said(16);
        fromMany(int(said.size()), [&](int i) {
            AskedGateway mine(m_tested->gateway());
            said[i] = mine.authorize("a", euros(100), token);
        });
        QVERIFY(said.first().startsWith(u"done "_s));
        QCOMPARE(said.count(said.first()), said.size());
        QCOMPARE(m_tested->acts(), QStringList{u"authorize a 100"_s});
    }

    void refundsFromManyAtOnceAreNotMoreThanWasCaptured()
    {
        AskedGateway gateway(m_tested->gateway());
        const auto reference = gateway.authorized("a", euros(100), m_tested->good());
        gateway.act(Action::Capture, "c", reference, euros(100));
        QStringList said(16);
        fromMany(int(said.size()), [&](int i) {
            AskedGateway mine(m_tested->gateway());
            const std::string key = "r" + std::to_string(i);
            said[i] = mine.act(Action::Refund, key.c_str(), reference, euros(30));
        });
        QCOMPARE(said.filter(u"done"_s).size(), 3);
        QCOMPARE(said.filter(u"refused"_s).size(), 13);
        QCOMPARE(m_tested->acts().filter(u"refund"_s).size(), 3);
    }

    void aReplyComesOnce()
    {
        AskedGateway gateway(m_tested->gateway());
        AwaitedReply lost;
        AwaitedReply heard;
        m_tested->gateway().authorize("a", euros(1), m_tested->unheard(), lost.taker());
        QVERIFY(lost.wait().has_value());
        m_tested->gateway().authorize("b", euros(1), m_tested->good(), heard.taker());
        QVERIFY(heard.wait().has_value());
        // Long enough for whatever would come a second time: it goes the same way.
        QCOMPARE(gateway.authorize("c", euros(1), m_tested->unheard()), u"unknown"_s);
        QCOMPARE(lost.times(), 1);
        QCOMPARE(heard.times(), 1);
    }

private:
    template <typename Work>
    static void fromMany(int count, Work work)
    {
        std::vector<std::thread> threads;
        for (int i = 0; i < count; ++i)
            threads.emplace_back([&work, i] { work(i); });
        for (std::thread &thread : threads)
            thread.join();
    }

    std::unique_ptr<GatewayUnderTest> m_tested;
};

TP_TEST(TestPaymentGateways)
#include "tst_paymentgateways.moc"

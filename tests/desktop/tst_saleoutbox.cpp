// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/api/httpclient.h"
#include "app/outbox/saleoutbox.h"
#include "tests/desktop/jsontext.h"
#include "tests/desktop/soldsale.h"
#include "tests/desktop/tinyserver.h"
#include "tests/support/fakeclock.h"
#include "tests/support/seededrandom.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tp::test;
using tp::ErrorCode;
using tp::Result;
using tp::contract::NewOrder;
using tp::outbox::SaleOutbox;
using tp::ui::KeptSale;
using tp::ui::WaitingSales;

/// The outbox against a server that misbehaves on demand.
class TestSaleOutbox final : public QObject
{
    Q_OBJECT

    using Answer = TinyServer::Answer;
    using Request = TinyServer::Request;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TinyServer> m_server;
    FakeClock m_clock;
    std::unique_ptr<tp::api::HttpClient> m_http;
    std::unique_ptr<SeededRandom> m_random;
    std::unique_ptr<SaleOutbox> m_outbox;
    QList<Result<KeptSale>> m_kept;
    WaitingSales m_waiting;
    int m_signIns = 0;
    std::function<std::optional<Answer>(const NewOrder &)> m_trouble;

    void open()
    {
        m_outbox.reset();
        m_waiting = {-1, -1};
        m_outbox = std::make_unique<SaleOutbox>(m_folder->filePath(u"outbox.db"_s), *m_http,
                                                m_clock, *m_random);
        m_outbox->watchWaiting(this, [this](const WaitingSales &now) { m_waiting = now; });
    }

    void keep(const tp::ui::FinishedSale &sale = teaSale())
    {
        m_outbox->keep(sale, this, [this](const auto &kept) { m_kept.append(kept); });
    }

    void keepAll(int count)
    {
        const qsizetype before = m_kept.size();
        for (int i = 0; i < count; ++i)
            keep();
        QTRY_COMPARE(m_kept.size(), before + count);
        for (const auto &kept : m_kept)
            QVERIFY2(kept, qPrintable(kept ? QString() : kept.error().detail));
    }

    static Answer problem(int status, const QByteArray &code)
    {
        return {status,
                json("{'type':'/docs#x','title':'No','status':" + QByteArray::number(status) +
                     ",'detail':'No','code':'" + code + "','request_id':'r'}"),
                "application/problem+json"};
    }

    static Answer recorded(const NewOrder &sale)
    {
        tp::contract::Order order;
        order.id = *sale.id;
        order.number = sale.number;
        order.status = tp::contract::OrderStatus::Confirmed;
        for (auto amount :
             {&order.subtotal, &order.discountTotal, &order.taxTotal, &order.total, &order.rounding,
              &order.paidTotal, &order.refundedTotal, &order.changeDue})
            *amount = dollars(0);
        order.version = 1;
        return {201, QByteArray::fromStdString(order.object().toJson(order))};
    }

    Answer takeSale(const Request &request)
    {
        const QByteArray token = "Bearer till-" + QByteArray::number(m_signIns);
        if (request.header("Authorization") != token)
            return problem(401, "unauthorized");
        const auto sale = NewOrder::object().parse(request.body.toStdString());
        if (!sale || request.header("Idempotency-Key") != sale->id->toQString().toLatin1())
            return problem(400, "bad_request");
        const auto trouble = m_trouble ? m_trouble(sale.value()) : std::nullopt;
        return trouble.value_or(recorded(sale.value()));
    }

    /// The numbers of the sales that came, in the order in which they came.
    QStringList arrived() const
    {
        QStringList numbers;
        for (const Request &request : m_server->requests()) {
            if (request.path != u"/orders"_s)
                continue;
            const auto sale = NewOrder::object().parse(request.body.toStdString());
            numbers.append(sale ? sale->number.value_or(QString()).last(1) : u"?"_s);
        }
        return numbers;
    }

    static std::function<std::optional<Answer>(const NewOrder &)> onceFor(const QString &number,
                                                                          const Answer &answer)
    {
        return [number, answer, isDone = false](const NewOrder &sale) mutable {
            const bool isIt = !isDone && sale.number == number;
            isDone = isDone || isIt;
            return isIt ? std::optional(answer) : std::nullopt;
        };
    }

private slots:
    void init()
    {
        m_outbox.reset();
        m_kept.clear();
        m_signIns = 0;
        m_trouble = {};
        m_folder = std::make_unique<QTemporaryDir>();
        m_random = std::make_unique<SeededRandom>(3);
        m_server = std::make_unique<TinyServer>();
        m_server->answer(u"/api/auth/till"_s, [this](const Request &request) {
            if (!request.body.contains("s3cret"))
                return problem(401, "unauthorized");
            const QByteArray number = QByteArray::number(++m_signIns);
            return Answer{200, json("{'access_token':'till-" + number +
                                    "','token_type':'Bearer','expires_in':900,"
                                    "'refresh_token':'r','totp_enrolment_required':false}")};
        });
        m_server->answer(u"/orders"_s, [this](const Request &one) { return takeSale(one); });
        m_http = std::make_unique<tp::api::HttpClient>();
        m_http->setServer(m_server->url());
        open();
    }
    void cleanup() { m_outbox.reset(); }

    void aSaleIsKeptAndThenSentAsTheTill()
    {
        m_outbox->takeNewTill(tillClaim());
        keep();
        QVERIFY(m_kept.isEmpty()); // Never before the call has returned.
        QTRY_COMPARE(m_kept.size(), 1);
        QVERIFY(m_kept.first());
        QCOMPARE(m_kept.first()->number, u"T1-000001"_s);
        QCOMPARE(m_kept.first()->soldAtMs, m_clock.nowMs());
        QTRY_COMPARE(arrived(), QStringList{u"1"_s});
        QTRY_COMPARE(m_waiting, WaitingSales());
        QCOMPARE(m_signIns, 1);
        keepAll(3);
        QTRY_COMPARE(arrived().size(), 4);
        QCOMPARE(m_signIns, 1);
        QCOMPARE(arrived(), (QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
    }

    void aComputerThatIsNoTillKeepsNothing()
    {
        keep();
        QVERIFY(m_kept.isEmpty());
        QTRY_COMPARE(m_kept.size(), 1);
        QCOMPARE(m_kept.first().error().code, ErrorCode::Conflict);
        m_outbox->takeNewTill(tillClaim());
        m_outbox->forgetTill();
        keep();
        QTRY_COMPARE(m_kept.size(), 2);
        QVERIFY(!m_kept.last());
    }

    void aLostFileIsToldAndANewClaimBegins()
    {
        QSignalSpy lost(m_outbox.get(), &SaleOutbox::numbersLost);
        m_outbox->takeKnownTill(tillClaim());
        QVERIFY(lost.wait());
        keep();
        QTRY_COMPARE(m_kept.size(), 1);
        QCOMPARE(m_kept.first().error().code, ErrorCode::Conflict);
        m_outbox->takeNewTill(tillClaim(2, u"T1B"_s));
        keep();
        QTRY_COMPARE(m_kept.size(), 2);
        QCOMPARE(m_kept.last()->number, u"T1B-000001"_s);
        QCOMPARE(lost.size(), 1);
    }

    void whoHasGoneIsNotToldButTheSaleIsKept()
    {
        m_http->setServer({});
        m_outbox->takeNewTill(tillClaim());
        {
            QObject gone;
            m_outbox->keep(teaSale(), &gone, [](const auto &) { QFAIL("told after death"); });
            m_outbox->watchWaiting(&gone, [](const WaitingSales &now) {
                QVERIFY2(now == WaitingSales(), "told after death");
            });
        }
        QTRY_COMPARE(m_waiting, (WaitingSales{1, 0}));
    }

    void whatWasAskedForIsWrittenBeforeTheProgramEnds()
    {
        m_http->setServer({});
        m_outbox->takeNewTill(tillClaim());
        for (int i = 0; i < 5; ++i)
            keep();
        open(); // Nobody has turned the event loop yet.
        QTRY_COMPARE(m_waiting, (WaitingSales{5, 0}));
    }

    void aFreshProcessSendsWhatWaits()
    {
        m_http->setServer({});
        m_outbox->takeNewTill(tillClaim());
        keepAll(3);
        QTRY_COMPARE(m_waiting, (WaitingSales{3, 0}));
        open();
        QTRY_COMPARE(m_waiting, (WaitingSales{3, 0}));
        m_http->setServer(m_server->url());
        m_outbox->takeKnownTill(tillClaim());
        QTRY_COMPARE(m_waiting, WaitingSales());
        QCOMPARE(arrived(), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
        keepAll(1);
        QCOMPARE(m_kept.last()->number, u"T1-000004"_s);
    }

    void theServerThatIsBackGetsItAtOnce()
    {
        Answer busy = problem(429, "too_many_requests");
        busy.headers = "Retry-After: 30\r\n";
        m_trouble = onceFor(u"T1-000001"_s, busy);
        m_outbox->takeNewTill(tillClaim());
        keepAll(1);
        QTRY_COMPARE(arrived(), QStringList{u"1"_s});
        QTRY_COMPARE(m_waiting, (WaitingSales{1, 0}));
        // Until the answer has come it is on its way, and nothing is begun.
        QTRY_VERIFY((m_outbox->serverIsBack(), arrived().size() == 2));
        QTRY_COMPARE(m_waiting, WaitingSales());
    }

    void whatMayPassIsTriedAgain_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("401") << 401 << QByteArray("unauthorized");
        QTest::newRow("408") << 408 << QByteArray("request_timeout");
        QTest::newRow("409") << 409 << QByteArray("idempotency_in_progress");
        QTest::newRow("425") << 425 << QByteArray();
        QTest::newRow("429") << 429 << QByteArray("too_many_requests");
        QTest::newRow("500") << 500 << QByteArray("internal");
        QTest::newRow("502") << 502 << QByteArray();
        QTest::newRow("503") << 503 << QByteArray("unavailable");
        QTest::newRow("cut") << 0 << QByteArray();
        QTest::newRow("not ours") << 200 << QByteArray();
    }

    void whatMayPassIsTriedAgain()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        Answer answer = problem(status, code);
        if (code.isEmpty())
            answer = {status, "<html>", "text/html"};
        if (status == 0)
            answer.manner = Answer::Manner::CutShort;
        m_trouble = onceFor(u"T1-000001"_s, answer);
        m_outbox->takeNewTill(tillClaim());
        keepAll(1);
        QTRY_COMPARE(arrived(), (QStringList{u"1"_s, u"1"_s}));
        QTRY_COMPARE(m_waiting, WaitingSales());
    }

    void anEndedSessionIsRenewedAtOnce()
    {
        m_outbox->takeNewTill(tillClaim());
        keepAll(1);
        QTRY_COMPARE(arrived(), QStringList{u"1"_s});
        QTRY_COMPARE(m_waiting, WaitingSales());
        m_signIns = 10; // Whatever was given is good no more.
        keepAll(1);
        QTRY_COMPARE(arrived(), (QStringList{u"1"_s, u"2"_s, u"2"_s}));
        QTRY_COMPARE(m_waiting, WaitingSales());
        QCOMPARE(m_signIns, 11);
    }

    void aRefusedSaleIsParkedAndTheNextGoesOn_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("400") << 400 << QByteArray("bad_request");
        QTest::newRow("403") << 403 << QByteArray("forbidden");
        QTest::newRow("number taken") << 409 << QByteArray("number_taken");
        QTest::newRow("id taken") << 409 << QByteArray("id_taken");
        QTest::newRow("invalid") << 422 << QByteArray("invalid_body");
        QTest::newRow("key reused") << 422 << QByteArray("idempotency_key_reused");
    }

    void aRefusedSaleIsParkedAndTheNextGoesOn()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        m_trouble = onceFor(u"T1-000001"_s, problem(status, code));
        m_outbox->takeNewTill(tillClaim());
        keepAll(3);
        QTRY_COMPARE(m_waiting, (WaitingSales{0, 1}));
        QCOMPARE(arrived(), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
        // It stays for a person, also after a restart.
        open();
        QTRY_COMPARE(m_waiting, (WaitingSales{0, 1}));
    }

    void aFaultWithOneSaleDoesNotStopTheOthers()
    {
        m_trouble = onceFor(u"T1-000001"_s, problem(500, "internal"));
        m_outbox->takeNewTill(tillClaim());
        keepAll(3);
        QTRY_COMPARE(arrived(), (QStringList{u"1"_s, u"2"_s, u"3"_s, u"1"_s}));
        QTRY_COMPARE(m_waiting, WaitingSales());
    }

    void aTillThatTheServerDoesNotKnowSellsOn()
    {
        QSignalSpy refused(m_outbox.get(), &SaleOutbox::tillRefused);
        auto claim = tillClaim();
        claim.secret = u"other"_s;
        m_outbox->takeNewTill(claim);
        keepAll(2);
        QTRY_VERIFY(!refused.isEmpty());
        QTRY_COMPARE(m_waiting, (WaitingSales{2, 0}));
        QVERIFY(arrived().isEmpty());
        // Claimed again, it sends what it owes under its new name.
        m_outbox->takeNewTill(tillClaim(2, u"T1B"_s));
        QTRY_COMPARE(m_waiting, WaitingSales());
    }

    void aCopyComesFromTheFile()
    {
        m_outbox->takeNewTill(tillClaim());
        keepAll(1);
        std::optional<QString> number;
        m_outbox->find(m_kept.first()->id, this,
                       [&number](const auto &found) { number = found ? found->number : u"-"_s; });
        QTRY_VERIFY(number);
        QCOMPARE(*number, u"T1-000001"_s);
    }

    void whatWasSentIsKeptForNinetyDays()
    {
        m_outbox->takeNewTill(tillClaim());
        keepAll(1);
        QTRY_COMPARE(arrived(), QStringList{u"1"_s});
        QTRY_COMPARE(m_waiting, WaitingSales());
        const auto isThere = [this] {
            open();
            std::optional<bool> found;
            m_outbox->find(m_kept.first()->id, this,
                           [&found](const auto &sale) { found = bool(sale); });
            [&found] { QTRY_VERIFY(found); }();
            return found.value_or(false);
        };
        m_clock.advance(SaleOutbox::SentKeptMs);
        QVERIFY(isThere());
        m_clock.advance(1);
        QVERIFY(!isThere());
    }
};

TP_TEST(TestSaleOutbox)

#include "tst_saleoutbox.moc"

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/storage/gate.h"
#include "tests/storage/paymentshop.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace tp::payments;
using tp::ErrorCode;
using tp::PaymentId;
using tp::Result;
using tp::storage::UnitOfWork;
using tp::test::PaymentShop;

namespace {

/// Where a row does not follow its entries: by how much, of all payments.
constexpr char Astray[] =
    "SELECT COUNT(*) FROM payments p WHERE "
    "p.captured <> (SELECT CAST(coalesce(SUM(e.amount), 0) AS BIGINT) FROM payment_entries e "
    "WHERE e.payment_id = p.id AND e.action = 'capture' AND e.outcome = 'done' "
    "AND e.code IS NULL) "
    "OR p.refunded <> (SELECT CAST(coalesce(SUM(e.amount), 0) AS BIGINT) FROM payment_entries e "
    "WHERE e.payment_id = p.id AND e.action = 'refund' AND e.outcome = 'done' AND e.code IS NULL) "
    "OR p.refunded_amount <> (SELECT CAST(coalesce(SUM(e.share), 0) AS BIGINT) "
    "FROM payment_entries e WHERE e.payment_id = p.id AND e.action = 'refund' "
    "AND e.outcome = 'done' AND e.code IS NULL) "
    "OR p.refunding <> (SELECT CAST(coalesce(SUM(e.amount), 0) AS BIGINT) FROM payment_entries e "
    "WHERE e.payment_id = p.id AND e.action = 'refund' AND e.outcome = 'asked' AND NOT EXISTS "
    "(SELECT 1 FROM payment_entries d WHERE d.key = e.key AND d.outcome IN ('done', 'refused')))";

} // namespace

/// Money that goes back, on both databases: in parts, again and again, never more than was taken.
class TestRefunds : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { tp::test::FreshDatabases::addRows(); }

    void init()
    {
        QFETCH_GLOBAL(int, dialect);
        m_shop = std::make_unique<PaymentShop>(m_databases, tp::storage::Dialect(dialect));
        QVERIFY(m_shop->isOpen());
    }

    void cleanup()
    {
        QCOMPARE(tp::test::numberIn(m_shop->database(), Astray), 0);
        m_shop.reset();
    }

    void aCardIsRefundedInPartsAndNoFurther()
    {
        const PaymentId id = m_shop->captured(100);
        const auto begun = m_shop->refund(id, 40, "r1");
        QVERIFY(begun && begun->ask && begun->isNew);
        QCOMPARE(begun->ask->amount, PaymentShop::euros(40));
        QCOMPARE(begun->ask->reference, "ref-" + id.toString());
        QCOMPARE(m_shop->standing(id), u"captured, taken 100, asked back 40"_s);
        QVERIFY(m_shop->record(id, "r1", GatewayDone{"ref"}));
        QCOMPARE(m_shop->standing(id), u"partially_refunded, taken 100, back 40"_s);
        QCOMPARE(codeOf(m_shop->refund(id, 61, "r2")), ErrorCode::RefundExceedsCaptured);
        QVERIFY(m_shop->refund(id, {}, "r3"));
        QVERIFY(m_shop->record(id, "r3", GatewayDone{"ref"}));
        QCOMPARE(m_shop->standing(id), u"refunded, taken 100, back 100"_s);
        QCOMPARE(codeOf(m_shop->refund(id, 1, "r4")), ErrorCode::RefundExceedsCaptured);
        QCOMPARE(codeOf(m_shop->refund(id, {}, "r5")), ErrorCode::RefundExceedsCaptured);
    }

    void whatIsAskedForIsNobodyElses()
    {
        const PaymentId id = m_shop->captured(100);
        QVERIFY(m_shop->refund(id, 70, "r1"));
        QCOMPARE(codeOf(m_shop->refund(id, 31, "r2")), ErrorCode::RefundExceedsCaptured);
        QVERIFY(m_shop->record(id, "r1", GatewayUnknown{}));
        QCOMPARE(codeOf(m_shop->refund(id, 31, "r2")), ErrorCode::RefundExceedsCaptured);
        QVERIFY(m_shop->record(id, "r1", GatewayRefused{"no"}));
        QCOMPARE(m_shop->standing(id), u"captured, taken 100"_s);
        QCOMPARE(m_shop->refund(id, {}, "r2")->given.handed, PaymentShop::euros(100));
        QVERIFY(m_shop->record(id, "r2", GatewayNotFound{}));
        QVERIFY(m_shop->refund(id, 100, "r3"));
        QCOMPARE(m_shop->attempts(id),
                 u"authorize done, capture done, refund unknown, refund refused no, "
                 "refund refused payment_unknown"_s);
    }

    void theSameRefundTwiceIsOne()
    {
        const PaymentId card = m_shop->captured(100);
        QVERIFY(m_shop->refund(card, 40, "r")->isNew);
        const auto again = m_shop->refund(card, 40, "r");
        QVERIFY(again && !again->isNew && again->ask && !again->known);
        QVERIFY(m_shop->record(card, "r", GatewayDone{"ref"})->isNew);
        QVERIFY(!m_shop->record(card, "r", GatewayDone{"ref"})->isNew);
        QVERIFY(m_shop->refund(card, 40, "r")->known.has_value());
        QCOMPARE(m_shop->standing(card), u"partially_refunded, taken 100, back 40"_s);

        const PaymentId cash = taken(100, 0);
        QVERIFY(m_shop->refund(cash, 40, "c")->isNew);
        const auto cashAgain = m_shop->refund(cash, 40, "c");
        QVERIFY(cashAgain && !cashAgain->isNew && !cashAgain->ask);
        QCOMPARE(cashAgain->given.handed, PaymentShop::euros(40));
        QCOMPARE(m_shop->standing(cash), u"partially_refunded, taken 100, back 40"_s);
        QCOMPARE(codeOf(m_shop->refund(card, 40, "capture-1")), ErrorCode::Conflict);
    }

    void cashComesBackInCoins()
    {
        const PaymentId id = taken(1000, 0);
        QCOMPARE(m_shop->refund(id, 333, "r1", 5)->given.handed, PaymentShop::euros(335));
        QCOMPARE(m_shop->refund(id, 334, "r2", 5)->given.handed, PaymentShop::euros(330));
        QCOMPARE(m_shop->refund(id, 333, "r3", 5)->given.handed, PaymentShop::euros(335));
        QCOMPARE(m_shop->standing(id), u"refunded, taken 1000, back 1000"_s);

        const PaymentId up = taken(998, 2);
        QCOMPARE(m_shop->refund(up, 1000, "all", 5)->given.amount, PaymentShop::euros(998));
        QCOMPARE(m_shop->standing(up), u"refunded, taken 1000, back 1000"_s);
    }

    void whatTheCoinsLetGoComesBackWithoutACoin()
    {
        const PaymentId id = taken(1237, -2);
        QCOMPARE(m_shop->refund(id, 1235, "r1", 5)->given.handed, PaymentShop::euros(1235));
        QCOMPARE(m_shop->standing(id), u"refunded, taken 1235, back 1235"_s);
        QCOMPARE(m_shop->refund(id, 2, "r2", 5)->given.handed, PaymentShop::euros(0));
        QCOMPARE(codeOf(m_shop->refund(id, 1, "r3", 5)), ErrorCode::RefundExceedsCaptured);
    }

    void whatWasNotTakenDoesNotComeBack()
    {
        const PaymentId pending = m_shop->create();
        QCOMPARE(codeOf(m_shop->refund(pending, 1, "p")), ErrorCode::IllegalTransition);
        m_shop->act(pending, Action::Authorize, "a");
        QCOMPARE(codeOf(m_shop->refund(pending, 1, "p")), ErrorCode::IllegalTransition);
        const PaymentId id = m_shop->captured();
        QCOMPARE(codeOf(m_shop->refund(id, -1, "p")), ErrorCode::InvalidBody);
    }

    void aRefundThatCameLateCountsWhereItFits()
    {
        const PaymentId id = m_shop->captured(100);
        QVERIFY(m_shop->refund(id, 60, "r1"));
        QVERIFY(m_shop->record(id, "r1", GatewayNotFound{}));
        QVERIFY(m_shop->refund(id, 60, "r2"));
        QVERIFY(m_shop->record(id, "r1", GatewayDone{"ref"})->isLate);
        QCOMPARE(m_shop->standing(id), u"captured, taken 100, asked back 60"_s);
        QVERIFY(m_shop->attempts(id).endsWith(u"refund done late"_s));

        const PaymentId other = m_shop->captured(100);
        QVERIFY(m_shop->refund(other, 60, "o1"));
        QVERIFY(m_shop->record(other, "o1", GatewayNotFound{}));
        QVERIFY(m_shop->record(other, "o1", GatewayDone{"ref"})->isLate);
        QCOMPARE(m_shop->standing(other), u"partially_refunded, taken 100, back 60"_s);
    }

    void manyAtOnceGetNoMoreThanWasTaken()
    {
        const PaymentId id = m_shop->captured(100);
        constexpr int Askers = 20;
        std::atomic<int> left = Askers;
        std::atomic<int> got = 0;
        tp::test::Gate allDone;
        for (int i = 0; i < Askers; ++i) {
            const std::string key = "many-" + std::to_string(i);
            const auto isDone = std::make_shared<bool>(false);
            const bool isQueued = m_shop->database().writer().submit(
                tp::storage::Writer::Lane::Sales,
                [id, key, isDone](UnitOfWork &work) {
                    const auto begun =
                        RefundService().refund(work, {.id = id,
                                                      .amount = PaymentShop::euros(30),
                                                      .cashStepMinor = 1,
                                                      .key = key});
                    *isDone = bool(begun);
                    return begun ? UnitOfWork::Keep::Yes : UnitOfWork::Keep::No;
                },
                [&, isDone](const tp::storage::Writer::Outcome &outcome) {
                    if (outcome.committed && *isDone)
                        ++got;
                    if (--left == 0)
                        allDone.open();
                });
            QVERIFY(isQueued);
        }
        QVERIFY(allDone.pass());
        QCOMPARE(got.load(), 3);
        QCOMPARE(m_shop->standing(id), u"captured, taken 100, asked back 90"_s);
    }

    void theDatabaseKeepsToItByItself_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *sql, const char *name) {
            QTest::newRow(name) << QByteArray(sql) << QString::fromLatin1(name);
        };
        row("UPDATE payments SET refunded = 101", "payments_refunded");
        row("UPDATE payments SET refunded = 60, refunding = 41", "payments_refunded");
        row("UPDATE payments SET refunding = -1", "payments_refunded");
        row("UPDATE payments SET refunded_amount = 101", "payments_refunded_amount");
        row("UPDATE payments SET captured = 101", "payments_captured");
    }

    void theDatabaseKeepsToItByItself()
    {
        QFETCH(QByteArray, sql);
        m_shop->captured(100);
        const auto done = tp::test::sayHere(m_shop->database(), {sql.constData()});
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Conflict);
        QTEST(QString::fromStdString(tp::storage::constraintOf(done.error())), "name");
    }

    void whatIsWrittenStays()
    {
        m_shop->captured(100);
        for (const char *sql :
             {"UPDATE payment_entries SET amount = 1", "DELETE FROM payment_entries"}) {
            const auto done = tp::test::sayHere(m_shop->database(), {sql});
            QVERIFY(!done);
            QCOMPARE(done.error().code, ErrorCode::Conflict);
        }
        QCOMPARE(tp::test::numberIn(m_shop->database(), "SELECT COUNT(*) FROM payment_entries"), 4);
    }

    void whateverHappensTheRowFollowsItsEntries()
    {
        auto chance = tp::test::SeededRandom::fresh();
        const GatewayReply replies[] = {GatewayDone{"ref"}, GatewayRefused{"no"}, GatewayUnknown{},
                                        GatewayNotFound{}};
        QList<PaymentId> ids;
        for (int i = 0; i < 4; ++i)
            ids.append(m_shop->create(PaymentShop::wanted(chance.between(0, 500))));
        for (int step = 0; step < 300; ++step) {
            const PaymentId id = ids.at(qsizetype(chance.below(quint64(ids.size()))));
            const std::string key = id.toString() + std::to_string(chance.below(12));
            const auto &reply = replies[chance.below(4)];
            switch (chance.below(4)) {
            case 0:
                (void)m_shop->begin(id, Action(chance.below(3)), key);
                break;
            case 1:
                (void)m_shop->refund(id, chance.between(0, 200), key + "r");
                break;
            case 2:
                (void)m_shop->record(id, key + "r", reply);
                break;
            default:
                (void)m_shop->record(id, key, reply);
                break;
            }
        }
        QCOMPARE(tp::test::numberIn(m_shop->database(), Astray), 0);
    }

private:
    template <typename T>
    static ErrorCode codeOf(const Result<T> &result)
    {
        return result ? ErrorCode::Count : result.error().code;
    }

    PaymentId taken(qint64 cents, qint64 rounding)
    {
        NewPayment wanted = PaymentShop::wanted(cents, Method::Cash);
        wanted.rounding = PaymentShop::euros(rounding);
        const auto created = m_shop->in<PaymentService::Created>([&](UnitOfWork &work) {
            return PaymentService().createTaken(work, wanted, "taken-" + std::to_string(++m_count));
        });
        return created ? created->id : PaymentId();
    }

    tp::test::FreshDatabases m_databases;
    std::unique_ptr<PaymentShop> m_shop;
    int m_count = 0;
};

TP_TEST(TestRefunds)
#include "tst_refunds.moc"

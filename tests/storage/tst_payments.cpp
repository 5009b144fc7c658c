// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/storage/paymentshop.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tp::payments;
using tp::Error;
using tp::ErrorCode;
using tp::PaymentId;
using tp::Result;
using tp::storage::UnitOfWork;
using tp::test::PaymentShop;

/// What can be done to a payment, on both databases.
class TestPayments : public QObject
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

    void cleanup() { m_shop.reset(); }

    void cashIsTakenAtOnceAndOnce()
    {
        NewPayment wanted = PaymentShop::wanted(1237, Method::Cash);
        wanted.id = somePayment(1);
        wanted.rounding = PaymentShop::euros(-2);
        wanted.tendered = PaymentShop::euros(2000);
        wanted.change = PaymentShop::euros(765);
        QVERIFY(createTaken(wanted, "k")->isNew);
        QVERIFY(!createTaken(wanted, "k")->isNew);
        QCOMPARE(m_shop->standing(*wanted.id), u"captured, taken 1235"_s);
        QCOMPARE(m_shop->attempts(*wanted.id), u"capture done"_s);
        QCOMPARE(m_shop->now(*wanted.id).version, 1);
        wanted.createHash = "another body";
        QCOMPARE(codeOf(createTaken(wanted, "k")), ErrorCode::IdTaken);
    }

    void cashThatWaitedIsTakenOnce()
    {
        for (const auto method : {Method::Cash, Method::External}) {
            const PaymentId id = m_shop->create(PaymentShop::wanted(100, method));
            const std::string key = "take-" + id.toString();
            QCOMPARE(m_shop->standing(id), u"pending"_s);
            QVERIFY(take(id, key));
            QVERIFY(take(id, key));
            QCOMPARE(m_shop->now(id).version, 2);
            QCOMPARE(m_shop->standing(id), u"captured, taken 100"_s);
            QCOMPARE(codeOf(take(id, key + "again")), ErrorCode::IllegalTransition);
        }
        QCOMPARE(codeOf(take(m_shop->create(), "card")), ErrorCode::IllegalTransition);
        QCOMPARE(codeOf(take(somePayment(9), "nobody's")), ErrorCode::NotFound);
    }

    void aCardIsAskedInTwoHalves()
    {
        const PaymentId id = m_shop->create();
        const auto begun = m_shop->begin(id, Action::Authorize, "s/pay");
        QVERIFY(begun && begun->isNew && !begun->known);
        QCOMPARE(begun->ask.gateway, std::string("test"));
        QCOMPARE(begun->ask.key, std::string("s/pay"));
        QCOMPARE(begun->ask.token, std::string("tok_ok"));
        QCOMPARE(begun->ask.amount, PaymentShop::euros(100));
        QCOMPARE(m_shop->standing(id), u"pending"_s);
        QCOMPARE(m_shop->attempts(id), QString());

        const auto recorded = m_shop->record(id, "s/pay", GatewayDone{"ref"});
        QVERIFY(recorded && recorded->isNew && !recorded->isLate);
        QCOMPARE(m_shop->standing(id), u"authorized"_s);
        QVERIFY(!m_shop->now(id).token);

        const auto capture = m_shop->begin(id, Action::Capture, "s/capture");
        QVERIFY(capture);
        QCOMPARE(capture->ask.reference, std::string("ref"));
        QVERIFY(m_shop->record(id, "s/capture", GatewayDone{"ref"}));
        QCOMPARE(m_shop->standing(id), u"captured, taken 100"_s);
        QCOMPARE(m_shop->attempts(id), u"authorize done, capture done"_s);
    }

    void eitherHalfMayBeSaidAgain()
    {
        const PaymentId id = m_shop->create();
        QVERIFY(m_shop->begin(id, Action::Authorize, "k")->isNew);
        const auto again = m_shop->begin(id, Action::Authorize, "k");
        QVERIFY(again && !again->isNew && !again->known);
        QCOMPARE(again->ask.token, std::string("tok_ok"));
        for (int i = 0; i < 3; ++i)
            QVERIFY(m_shop->record(id, "k", GatewayUnknown{}));
        QCOMPARE(m_shop->standing(id), u"unknown"_s);
        QVERIFY(m_shop->record(id, "k", GatewayDone{"ref"})->isNew);
        QVERIFY(!m_shop->record(id, "k", GatewayDone{"ref"})->isNew);
        // What comes behind what is known changes nothing either.
        for (const GatewayReply &late :
             {GatewayReply(GatewayUnknown{}), GatewayReply(GatewayRefused{"no"}),
              GatewayReply(GatewayNotFound{})})
            QVERIFY(!m_shop->record(id, "k", late)->isNew);
        QCOMPARE(m_shop->standing(id), u"authorized"_s);
        QCOMPARE(m_shop->attempts(id), u"authorize unknown, authorize done"_s);
        QCOMPARE(m_shop->now(id).version, 3);
        const auto known = m_shop->begin(id, Action::Authorize, "k");
        QVERIFY(known && known->known == GatewayReply(GatewayDone{"ref"}));
    }

    void whatIsRefusedHasFailed()
    {
        const PaymentId id = m_shop->create();
        QVERIFY(m_shop->begin(id, Action::Authorize, "k"));
        QVERIFY(m_shop->record(id, "k", GatewayRefused{"card_declined"}));
        QCOMPARE(m_shop->standing(id), u"failed"_s);
        QCOMPARE(m_shop->now(id).failure, std::optional<std::string>("card_declined"));
        QCOMPARE(m_shop->attempts(id), u"authorize refused card_declined"_s);
        QCOMPARE(codeOf(m_shop->begin(id, Action::Capture, "c")), ErrorCode::IllegalTransition);
    }

    void whatIsGivenUpIsWhereItWas()
    {
        const PaymentId unheard = m_shop->create();
        QVERIFY(m_shop->begin(unheard, Action::Authorize, "k"));
        QVERIFY(m_shop->record(unheard, "k", GatewayUnknown{}));
        QVERIFY(m_shop->record(unheard, "k", GatewayNotFound{}));
        QCOMPARE(m_shop->standing(unheard), u"failed"_s);
        QCOMPARE(m_shop->now(unheard).failure, std::optional<std::string>(NeverHeardOf));

        const PaymentId held = m_shop->create();
        m_shop->act(held, Action::Authorize, "a");
        for (const auto action : {Action::Capture, Action::Void}) {
            const std::string key(nameOf(action));
            QVERIFY(m_shop->begin(held, action, key));
            QVERIFY(m_shop->record(held, key, GatewayUnknown{}));
            QCOMPARE(m_shop->standing(held), u"unknown"_s);
            QVERIFY(m_shop->record(held, key, GatewayNotFound{}));
            QCOMPARE(m_shop->standing(held), u"authorized"_s);
        }
    }

    void anAuthorizationThatComesLateCanBeVoided()
    {
        const PaymentId id = m_shop->create();
        QVERIFY(m_shop->begin(id, Action::Authorize, "k"));
        QVERIFY(m_shop->record(id, "k", GatewayNotFound{}));
        QCOMPARE(codeOf(m_shop->begin(id, Action::Void, "v")), ErrorCode::IllegalTransition);
        const auto late = m_shop->record(id, "k", GatewayDone{"late"});
        QVERIFY(late && late->isNew && late->isLate);
        const auto again = m_shop->record(id, "k", GatewayDone{"late"});
        QVERIFY(again && !again->isNew && again->isLate);
        QCOMPARE(m_shop->standing(id), u"failed"_s);
        QCOMPARE(m_shop->begin(id, Action::Void, "v")->ask.reference, std::string("late"));
        QVERIFY(m_shop->record(id, "v", GatewayDone{"late"}));
        QCOMPARE(m_shop->standing(id), u"failed"_s);
        QCOMPARE(codeOf(m_shop->begin(id, Action::Void, "v2")), ErrorCode::IllegalTransition);
    }

    void aCaptureThatComesLateIsFollowedWhereThatCanBe()
    {
        const PaymentId id = m_shop->create();
        m_shop->act(id, Action::Authorize, "a");
        QVERIFY(m_shop->begin(id, Action::Capture, "c"));
        QVERIFY(m_shop->record(id, "c", GatewayNotFound{}));
        QVERIFY(m_shop->record(id, "c", GatewayDone{"ref"})->isLate);
        QCOMPARE(m_shop->standing(id), u"captured, taken 100"_s);

        const PaymentId voided = m_shop->create();
        m_shop->act(voided, Action::Authorize, "a2");
        QVERIFY(m_shop->begin(voided, Action::Capture, "c2"));
        QVERIFY(m_shop->record(voided, "c2", GatewayNotFound{}));
        m_shop->act(voided, Action::Void, "v2");
        QVERIFY(m_shop->record(voided, "c2", GatewayDone{"ref"})->isLate);
        QCOMPARE(m_shop->standing(voided), u"voided"_s);
        QVERIFY(m_shop->attempts(voided).endsWith(u"void done, capture done late"_s));
    }

    void aCaptureThatIsRefusedLeavesSomethingToVoid()
    {
        const PaymentId id = m_shop->create();
        m_shop->act(id, Action::Authorize, "a");
        QVERIFY(m_shop->begin(id, Action::Capture, "c"));
        QVERIFY(m_shop->record(id, "c", GatewayRefused{"expired"}));
        QCOMPARE(m_shop->standing(id), u"failed"_s);
        QVERIFY(m_shop->begin(id, Action::Void, "v"));
    }

    void aVoidThatIsRefusedLeavesWhatIsAuthorized()
    {
        const PaymentId id = m_shop->create();
        m_shop->act(id, Action::Authorize, "a");
        QVERIFY(m_shop->begin(id, Action::Void, "v"));
        QVERIFY(m_shop->record(id, "v", GatewayUnknown{}));
        QVERIFY(m_shop->record(id, "v", GatewayRefused{"no"}));
        QCOMPARE(m_shop->standing(id), u"authorized"_s);
        m_shop->act(id, Action::Void, "v2");
        QCOMPARE(m_shop->standing(id), u"voided"_s);
        const auto again = m_shop->begin(id, Action::Void, "v3");
        QVERIFY(again && !again->isNew && again->known);
    }

    void oneQuestionIsOpenAtATime()
    {
        const PaymentId id = m_shop->create();
        m_shop->act(id, Action::Authorize, "a");
        QVERIFY(m_shop->begin(id, Action::Capture, "c"));
        QCOMPARE(codeOf(m_shop->begin(id, Action::Void, "v")), ErrorCode::IllegalTransition);
        QVERIFY(m_shop->record(id, "c", GatewayUnknown{}));
        QCOMPARE(codeOf(m_shop->begin(id, Action::Void, "v")), ErrorCode::IllegalTransition);
        QVERIFY(m_shop->record(id, "c", GatewayDone{"ref"}));
        QCOMPARE(codeOf(m_shop->begin(id, Action::Void, "v")), ErrorCode::IllegalTransition);
    }

    void aKeyStandsForOneAct()
    {
        const PaymentId id = m_shop->create();
        m_shop->act(id, Action::Authorize, "k");
        QCOMPARE(codeOf(m_shop->begin(id, Action::Capture, "k")), ErrorCode::Conflict);
        const PaymentId other = m_shop->create();
        QCOMPARE(codeOf(m_shop->begin(other, Action::Authorize, "k")), ErrorCode::Conflict);
        QCOMPARE(codeOf(m_shop->record(other, "k", GatewayDone{"ref"})), ErrorCode::NotFound);
    }

    void whatNobodyWasAskedForIsCancelledHere()
    {
        const PaymentId id = m_shop->create();
        QVERIFY(cancel(id, "x"));
        QVERIFY(cancel(id, "x"));
        QVERIFY(cancel(id, "y"));
        QCOMPARE(m_shop->standing(id), u"voided"_s);
        QCOMPARE(m_shop->attempts(id), u"void done"_s);
        QVERIFY(!m_shop->now(id).token);
        const PaymentId asked = m_shop->create();
        QVERIFY(m_shop->begin(asked, Action::Authorize, "k"));
        QCOMPARE(codeOf(cancel(asked, "z")), ErrorCode::IllegalTransition);
    }

    void whatPeopleWriteIsKept()
    {
        const PaymentId cash = m_shop->create(PaymentShop::wanted(100, Method::External));
        QVERIFY(change(cash, {.reference = u"T-77"_s, .note = u"slip in the till"_s}));
        QVERIFY(change(cash, {.reference = u"T-77"_s, .note = {}}));
        QCOMPARE(m_shop->now(cash).version, 2);
        QCOMPARE(m_shop->now(cash).reference, std::optional<std::string>("T-77"));
        QVERIFY(change(cash, {.reference = QString(), .note = {}}));
        QVERIFY(!m_shop->now(cash).reference);
        QCOMPARE(tp::test::numberIn(m_shop->database(), "SELECT COUNT(*) FROM audit_entries "
                                                        "WHERE action = 'payment.changed'"),
                 2);

        const PaymentId card = m_shop->captured();
        const auto refused = change(card, {.reference = u"mine"_s, .note = {}});
        QCOMPARE(refused.error().fields.first().code, ErrorCode::ReadOnly);
        QVERIFY(change(card, {.reference = {}, .note = u"a note"_s}));
        QCOMPARE(m_shop->now(card).note, u"a note"_s);
    }

    void whatIsAnothersIsNotThere()
    {
        const PaymentId id = m_shop->create();
        const auto heldBy = [&](const char *owner) {
            return m_shop->in<Payment>(
                [&](UnitOfWork &work) { return PaymentService().held(work, id, owner); });
        };
        QVERIFY(heldBy("u1"));
        QVERIFY(heldBy(""));
        QCOMPARE(codeOf(heldBy("u2")), ErrorCode::NotFound);
    }

    void thePaymentsOfAnOrderComeInItsOrder()
    {
        QList<PaymentId> ids;
        for (const int position : {2, 0, 1}) {
            NewPayment wanted = PaymentShop::wanted();
            wanted.position = position;
            ids.append(m_shop->create(wanted));
        }
        NewPayment other = PaymentShop::wanted();
        other.orderId = PaymentShop::order(2);
        QVERIFY(!m_shop->create(other).isNil());
        const auto found = m_shop->in<QList<Payment>>([&](UnitOfWork &work) {
            return PaymentService().heldOfOrder(work, PaymentShop::order(1));
        });
        QVERIFY(found);
        QCOMPARE(found->size(), 3);
        QCOMPARE(found->at(0).id, ids.at(1));
        QCOMPARE(found->at(1).id, ids.at(2));
        QCOMPARE(found->at(2).id, ids.at(0));
    }

private:
    template <typename T>
    static ErrorCode codeOf(const Result<T> &result)
    {
        return result ? ErrorCode::Count : result.error().code;
    }

    static PaymentId somePayment(int number)
    {
        return PaymentId(PaymentShop::order(1000 + number).uuid());
    }

    Result<PaymentService::Created> createTaken(const NewPayment &wanted, const std::string &key)
    {
        return m_shop->in<PaymentService::Created>(
            [&](UnitOfWork &work) { return PaymentService().createTaken(work, wanted, key); });
    }

    Result<Payment> take(PaymentId id, const std::string &key)
    {
        return m_shop->in<Payment>([&](UnitOfWork &work) -> Result<Payment> {
            TP_TRY(const Payment held, PaymentService().held(work, id));
            return PaymentService().take(work, held, key);
        });
    }

    Result<Payment> cancel(PaymentId id, const std::string &key)
    {
        return m_shop->in<Payment>(
            [&](UnitOfWork &work) { return PaymentService().cancel(work, id, key); });
    }

    Result<void> change(PaymentId id, const PaymentService::Change &change)
    {
        return m_shop->shop().write(
            [&](UnitOfWork &work) { return PaymentService().change(work, id, change, {}); });
    }

    tp::test::FreshDatabases m_databases;
    std::unique_ptr<PaymentShop> m_shop;
};

TP_TEST(TestPayments)
#include "tst_payments.moc"

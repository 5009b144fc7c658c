// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orchestration/gatewaytalk.h"
#include "tests/support/fakepaymentgateway.h"
#include "tests/support/testmain.h"

#include <QTest>

using tp::Currency;
using tp::Money;
using tp::orchestration::GatewayAct;
using tp::orchestration::saidIn;
using tp::orchestration::TalkAim;
using tp::saga::Outcome;
using tp::saga::Reply;
using tp::test::FakePaymentGateway;
using Fate = tp::test::FakePaymentGateway::Fate;

/// Several questions to a gateway that are one question of a saga.
class TestGatewayTalk final : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakePaymentGateway> m_gateway;
    tp::payments::Gateways m_gateways;
    QList<Reply> m_replies;

    /// Two cards that are to be authorized.
    void authorizeTwo(tp::saga::Answered::MayAsk mayAsk = {})
    {
        QList<GatewayAct> acts;
        for (const char *key : {"first", "second"}) {
            const Money amount = *Money::fromMinor(100, *Currency::fromCode(u"EUR"));
            acts.append(
                {{}, {"test", tp::payments::Action::Authorize, key, amount, "tok", {}}, false});
        }
        const auto question = talk(m_gateways, acts, TalkAim::All, true);
        question({[this](const Reply &reply) { m_replies.append(reply); }, std::move(mayAsk)});
    }

private slots:
    void init()
    {
        m_replies.clear();
        m_gateway = std::make_unique<FakePaymentGateway>();
        m_gateways = {};
        m_gateways.add("test", *m_gateway);
    }

    void aReplyThatComesTwiceDoesNotAnswerTheNext()
    {
        m_gateway->script(tp::payments::Action::Authorize, {Fate::SaidTwice, Fate::Held});
        authorizeTwo();
        QVERIFY(m_replies.isEmpty()); // The second has not said anything.
        m_gateway->letGo();
        QCOMPARE(m_replies.size(), 1);
        QCOMPARE(m_replies.first().outcome, Outcome::Done);
        QCOMPARE(saidIn(m_replies.first()).size(), 2);
    }

    /// By then somebody asks what became of the second, and would hear that it is not there.
    void whoHasWaitedTooLongAsksNoMore()
    {
        m_gateway->script(tp::payments::Action::Authorize, {Fate::Held});
        authorizeTwo([] { return false; });
        m_gateway->letGo();
        QCOMPARE(m_gateway->acts().size(), 1);
        QCOMPARE(m_replies.size(), 1);
        QCOMPARE(m_replies.first().outcome, Outcome::Unknown);
        QCOMPARE(saidIn(m_replies.first()).size(), 1); // What is known is not lost.
    }
};

TP_TEST(TestGatewayTalk)
#include "tst_gatewaytalk.moc"

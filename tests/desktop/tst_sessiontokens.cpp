// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/session/sessiontokens.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using tp::Error;
using tp::ErrorCode;
using tp::Result;
using tp::session::Renewal;
using tp::session::SessionTokens;
using tp::session::Tokens;

class TestSessionTokens final : public QObject
{
    Q_OBJECT

    using Reply = std::function<void(const Result<Tokens> &)>;

    std::unique_ptr<SessionTokens> m_tokens;
    QStringList m_asked; ///< Refresh tokens that were tried.
    QList<Reply> m_replies;
    QList<Result<void>> m_answers;

    Renewal renewal()
    {
        return [this](const QString &refresh, QObject *, Reply reply) {
            m_asked.append(refresh);
            m_replies.append(std::move(reply));
        };
    }

    void renew(const QByteArray &refused)
    {
        m_tokens->renew(refused, this,
                        [this](const Result<void> &answer) { m_answers.append(answer); });
    }

private slots:
    void init()
    {
        m_tokens = std::make_unique<SessionTokens>();
        m_asked.clear();
        m_replies.clear();
        m_answers.clear();
        m_tokens->begin({"one", u"r1"_s, 900}, renewal());
    }

    void whoeverAsksMeanwhileWaitsForTheOneRenewal()
    {
        renew("one");
        renew("one");
        renew("one");
        QCOMPARE(m_asked, QStringList{u"r1"_s});
        QVERIFY(m_answers.isEmpty());
        m_replies.first()(Tokens{"two", u"r2"_s, 900});
        QCOMPARE(m_answers.size(), 3);
        QVERIFY(m_answers.at(0) && m_answers.at(1) && m_answers.at(2));
        QCOMPARE(m_tokens->token(), "two");
        QCOMPARE(m_tokens->refreshToken(), u"r2"_s);
    }

    void whoComesLateWithTheOldTokenNeedsNoRenewal()
    {
        renew("one");
        m_replies.first()(Tokens{"two", u"r2"_s, 900});
        renew("one");
        QCOMPARE(m_answers.size(), 1); // Not at once.
        QTRY_COMPARE(m_answers.size(), 2);
        QVERIFY(m_answers.last());
        QCOMPARE(m_asked.size(), 1);
    }

    void aRefusedRenewalEndsTheSignIn_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<bool>("isOver");
        QTest::newRow("refused") << ErrorCode::Unauthorized << true;
        QTest::newRow("forbidden") << ErrorCode::Forbidden << true;
        QTest::newRow("invalid_grant") << ErrorCode::BadRequest << true;
        QTest::newRow("no connection") << ErrorCode::Unavailable << false;
        QTest::newRow("a fault over there") << ErrorCode::Internal << false;
        QTest::newRow("too many") << ErrorCode::TooManyRequests << false;
    }

    void aRefusedRenewalEndsTheSignIn()
    {
        QFETCH(ErrorCode, code);
        QFETCH(bool, isOver);
        const QSignalSpy ended(m_tokens.get(), &SessionTokens::ended);
        renew("one");
        m_replies.first()(Error{code, {}, {}});
        QCOMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers.first().error().code,
                 isOver ? ErrorCode::Unauthorized : ErrorCode::Unavailable);
        QCOMPARE(ended.size(), isOver ? 1 : 0);
        QCOMPARE(m_tokens->isThere(), !isOver);
        if (!isOver) {
            renew("one"); // The same refresh token is tried again: nobody has said no to it.
            QCOMPARE(m_asked, (QStringList{u"r1"_s, u"r1"_s}));
        }
    }

    void itIsRenewedBeforeItEnds()
    {
        m_tokens->begin({"one", u"r1"_s, 1}, renewal());
        const QSignalSpy renewed(m_tokens.get(), &SessionTokens::renewed);
        QTRY_COMPARE(m_asked, QStringList{u"r1"_s});
        m_replies.first()(Tokens{"two", u"r2"_s, 900});
        QCOMPARE(renewed.size(), 1);
    }

    void withoutARefreshTokenItEnds()
    {
        m_tokens->begin({"one", {}, 900}, renewal());
        const QSignalSpy ended(m_tokens.get(), &SessionTokens::ended);
        renew("one");
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(m_answers.first().error().code, ErrorCode::Unauthorized);
        QVERIFY(m_asked.isEmpty());
    }

    void aLateRenewalOfTheOneBeforeIsVoid()
    {
        renew("one");
        m_tokens->begin({"other", u"o1"_s, 900}, renewal());
        QCOMPARE(m_answers.size(), 1);
        QVERIFY(!m_answers.first());
        m_replies.first()(Tokens{"two", u"r2"_s, 900});
        QCOMPARE(m_tokens->token(), "other");
    }

    void whoIsGoneIsNotTold()
    {
        auto context = std::make_unique<QObject>();
        m_tokens->renew("one", context.get(),
                        [this](const Result<void> &answer) { m_answers.append(answer); });
        context.reset();
        m_replies.first()(Tokens{"two", u"r2"_s, 900});
        QVERIFY(m_answers.isEmpty());
        QCOMPARE(m_tokens->token(), "two");
    }

    void signedOutNothingIsRenewed()
    {
        const QSignalSpy ended(m_tokens.get(), &SessionTokens::ended);
        m_tokens->end();
        QVERIFY(m_tokens->token().isEmpty());
        renew("one");
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers.first().error().code, ErrorCode::Unauthorized);
        QCOMPARE(ended.size(), 0);
    }
};

TP_TEST(TestSessionTokens)

#include "tst_sessiontokens.moc"

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/desktop/signinbench.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tp::test;
using tp::Error;
using tp::ErrorCode;
using tp::ui::SignInState;
using Mode = SignInState::Mode;
using Phase = tp::ui::SessionState::Phase;

namespace {

Error later(ErrorCode code, int seconds)
{
    return {code, {}, {}, seconds};
}

} // namespace

/// Opening, passwords, second factors, pauses, issuers.
class TestSignInPresenter final : public QObject
{
    Q_OBJECT

    std::unique_ptr<SignInBench> m_bench;

    const SignInState &state() const { return m_bench->state(); }

    void open()
    {
        m_bench->connection.backendReady();
        QTRY_VERIFY(state().mode != Mode::Waiting || m_bench->session.state().isSignedIn());
    }

    void signIn(const QString &code = {})
    {
        m_bench->signIn.signIn({u"maya@shop.example"_s, u"correct horse"_s, code});
        QTRY_VERIFY(!state().isBusy);
    }

private slots:
    void init() { m_bench = std::make_unique<SignInBench>(); }

    void nothingIsAskedBeforeTheServerIsThere()
    {
        QCOMPARE(state().mode, Mode::Waiting);
        QVERIFY(state().notice.isEmpty());
        m_bench->connection.backendFailed(
            {.kind = tp::ui::BackendFailure::Kind::ProgramMissing, .subject = u"x"_s, .log = {}});
        QVERIFY(!state().notice.isEmpty());
        const QSignalSpy retries(&m_bench->signIn,
                                 &tp::ui::SignInPresenter::connectionRetryRequested);
        m_bench->signIn.retry();
        QCOMPARE(retries.size(), 1);
        open();
        QCOMPARE(state().mode, Mode::Password);
        QVERIFY(state().notice.isEmpty());
    }

    void aKeptSignInGoesOn()
    {
        m_bench->sessions.kept = maya();
        m_bench->desk.atWork = m_bench->clock.nowMs() - 1'000;
        open();
        QVERIFY(m_bench->session.state().isSignedIn());
    }

    void aKeptSignInOfYesterdayIsLocked()
    {
        m_bench->sessions.kept = maya();
        m_bench->desk.atWork = m_bench->clock.nowMs() - 86'400'000;
        open();
        QCOMPARE(m_bench->session.state().phase, Phase::Locked);
        QCOMPARE(state().mode, Mode::Password);
        QCOMPARE(state().lockedFor, u"Maya Lindqvist"_s);
        QCOMPARE(state().email, u"maya@shop.example"_s);
    }

    void aKeptSignInThatIsOverIsSaid()
    {
        m_bench->sessions.kept = Error{ErrorCode::Unauthorized, {}, {}};
        open();
        QCOMPARE(state().mode, Mode::Password);
        QVERIFY(!state().notice.isEmpty());
    }

    void theRightPairSignsIn()
    {
        open();
        m_bench->signIn.signIn({u"  maya@shop.example "_s, u" with spaces "_s, u"1"_s});
        QVERIFY(state().isBusy);
        QTRY_VERIFY(m_bench->session.state().isSignedIn());
        QCOMPARE(m_bench->sessions.passwords.size(), 1);
        QCOMPARE(m_bench->sessions.passwords.first().email, u"maya@shop.example"_s);
        QCOMPARE(m_bench->sessions.passwords.first().password, u" with spaces "_s);
        QCOMPARE(m_bench->sessions.passwords.first().code, QString()); // Nobody asked for one.
    }

    void pressingTwiceIsAskingOnce()
    {
        open();
        m_bench->signIn.signIn({u"a@b.c"_s, u"x"_s, {}});
        m_bench->signIn.signIn({u"a@b.c"_s, u"x"_s, {}});
        m_bench->signIn.goToSetUp();
        QTRY_VERIFY(m_bench->session.state().isSignedIn());
        QCOMPARE(m_bench->sessions.passwords.size(), 1);
    }

    void everyRefusalIsSaidInWords_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("wrong pair") << ErrorCode::InvalidCredentials;
        QTest::newRow("too many tries") << ErrorCode::TooManyRequests;
        QTest::newRow("no connection") << ErrorCode::Unavailable;
        QTest::newRow("not allowed") << ErrorCode::Forbidden;
        QTest::newRow("a fault") << ErrorCode::Internal;
        QTest::newRow("a strange body") << ErrorCode::InvalidBody;
    }

    void everyRefusalIsSaidInWords()
    {
        QFETCH(ErrorCode, code);
        open();
        m_bench->sessions.answers = {Error{code, u"secret detail"_s, {}}};
        signIn();
        QCOMPARE(state().mode, Mode::Password);
        QVERIFY(!state().notice.what.isEmpty());
        QVERIFY(!state().notice.next.isEmpty());
        QVERIFY(!state().isHint);
        QVERIFY(!state().notice.why.contains(u"secret"));
    }

    void aSecondFactorIsAskedForWhenItIsNeeded()
    {
        open();
        m_bench->sessions.answers = {Error{ErrorCode::TotpRequired, {}, {}},
                                     Error{ErrorCode::TotpRequired, {}, {}}};
        signIn();
        QVERIFY(state().asksCode);
        QVERIFY(state().isHint);
        signIn(u"000000"_s);
        QVERIFY(state().asksCode);
        QVERIFY(!state().isHint); // Now it is wrong.
        signIn(u"123 456"_s);
        QVERIFY(m_bench->session.state().isSignedIn());
        QCOMPARE(m_bench->sessions.passwords.last().code, u"123456"_s);
    }

    void aPauseIsCountedDown()
    {
        open();
        m_bench->sessions.answers = {later(ErrorCode::TooManyRequests, 90)};
        signIn();
        QCOMPARE(state().waitSeconds, 90);
        signIn();
        QCOMPARE(m_bench->sessions.passwords.size(), 1); // Nobody was asked.
        m_bench->clock.advance(89'001);
        QTRY_COMPARE(state().waitSeconds, 1);
        m_bench->clock.advance(1'000);
        QTRY_COMPARE(state().waitSeconds, 0);
        signIn();
        QVERIFY(m_bench->session.state().isSignedIn());
    }

    void anotherAccountNeedNotWait()
    {
        open();
        m_bench->sessions.answers = {later(ErrorCode::TooManyRequests, 900)};
        signIn();
        m_bench->signIn.setEmail(u"noor@shop.example"_s);
        QCOMPARE(state().waitSeconds, 0);
        m_bench->signIn.setEmail(u" MAYA@shop.example"_s);
        QVERIFY(state().waitSeconds > 0);
    }

    void aFullQueueIsNoLostServer()
    {
        open();
        m_bench->sessions.answers = {later(ErrorCode::Unavailable, 2)};
        signIn();
        QCOMPARE(state().waitSeconds, 2);
        QVERIFY(state().notice != tp::ui::Notice());
        const auto busy = state().notice;
        m_bench->clock.advance(2'000);
        m_bench->sessions.answers = {Error{ErrorCode::Unavailable, {}, {}}};
        signIn();
        QVERIFY(state().notice != busy);
    }

    void whoMustEnrolDoesSoFirst()
    {
        using Step = tp::ui::EnrolmentState::Step;
        tp::ui::SignedInUser user = maya();
        user.mustEnrol = true;
        m_bench->sessions.answers = {user};
        open();
        signIn();
        QVERIFY(!m_bench->session.state().isSignedIn());
        QCOMPARE(state().mode, Mode::Enrol);
        tp::ui::EnrolmentPresenter &enrolment = m_bench->signIn.enrolment();
        QTRY_COMPARE(enrolment.state().step, Step::Code);
        QCOMPARE(enrolment.state().secret, u"JBSW Y3DP EHPK 3PXP"_s);

        m_bench->sessions.recoveryCodes = Error{ErrorCode::WrongCode, {}, {}};
        enrolment.confirm(u"000000"_s);
        QTRY_VERIFY(!enrolment.state().notice.isEmpty());
        m_bench->sessions.recoveryCodes = QStringList{u"AB"_s};
        enrolment.confirm(u" 123 456 "_s);
        QTRY_COMPARE(enrolment.state().step, Step::Codes);
        QCOMPARE(m_bench->sessions.codes.last(), u"123456"_s);
        QVERIFY(enrolment.state().secret.isEmpty());
        enrolment.finish();
        QTRY_VERIFY(m_bench->session.state().isSignedIn());
        QVERIFY(enrolment.state().recoveryCodes.isEmpty());
    }

    void whoDoesNotEnrolIsSignedOut()
    {
        tp::ui::SignedInUser user = maya();
        user.mustEnrol = true;
        m_bench->sessions.answers = {user};
        open();
        signIn();
        m_bench->signIn.cancel();
        QCOMPARE(state().mode, Mode::Password);
        QCOMPARE(m_bench->sessions.signOuts, 1);
        QCoreApplication::sendPostedEvents(); // A late secret is nobody's.
        QVERIFY(m_bench->signIn.enrolment().state().secret.isEmpty());
    }

    void issuersAreOfferedAndOpenTheBrowser()
    {
        m_bench->sessions.issuers = QList<tp::ui::IssuerOffer>{
            {u"https://id.example"_s, u"client"_s, u"shop"_s, u"Example"_s}};
        open();
        QTRY_COMPARE(state().issuers.size(), 1);
        m_bench->signIn.signInElsewhere(3); // There is none.
        m_bench->sessions.replies.isHeld = true;
        m_bench->signIn.signInElsewhere(0);
        QCOMPARE(state().mode, Mode::Browser);
        QCOMPARE(state().issuerName, u"Example"_s);
        m_bench->signIn.openBrowserAgain();
        QCOMPARE(m_bench->sessions.browserOpens, 2);
        m_bench->sessions.replies.release();
        QVERIFY(m_bench->session.state().isSignedIn());
    }

    void whoGivesUpElsewhereIsBack()
    {
        m_bench->sessions.issuers = QList<tp::ui::IssuerOffer>{
            {u"https://id.example"_s, u"client"_s, u"shop"_s, u"Example"_s}};
        open();
        QTRY_COMPARE(state().issuers.size(), 1);
        m_bench->sessions.replies.isHeld = true;
        m_bench->signIn.signInElsewhere(0);
        m_bench->signIn.cancel();
        QCOMPARE(state().mode, Mode::Password);
        QCOMPARE(m_bench->sessions.cancels, 1);
        m_bench->sessions.replies.release(); // A late answer is nobody's.
        QVERIFY(!m_bench->session.state().isSignedIn());
    }

    void troubleElsewhereIsSaid_data()
    {
        QTest::addColumn<ErrorCode>("code");
        for (const ErrorCode code :
             {ErrorCode::RequestTimeout, ErrorCode::InvalidCredentials, ErrorCode::Unavailable,
              ErrorCode::Unauthorized, ErrorCode::Internal})
            QTest::addRow("%d", int(code)) << code;
    }

    void troubleElsewhereIsSaid()
    {
        QFETCH(ErrorCode, code);
        m_bench->sessions.issuers = QList<tp::ui::IssuerOffer>{
            {u"https://id.example"_s, u"client"_s, u"shop"_s, u"Example"_s}};
        open();
        QTRY_COMPARE(state().issuers.size(), 1);
        m_bench->sessions.answers = {Error{code, {}, {}}};
        m_bench->signIn.signInElsewhere(0);
        QTRY_COMPARE(state().mode, Mode::Password);
        QVERIFY(!state().notice.next.isEmpty());
    }

    void behindTheLockItIsTheSamePersonFirst()
    {
        open();
        signIn();
        m_bench->session.lock();
        QCOMPARE(state().mode, Mode::Password);
        QCOMPARE(state().lockedFor, u"Maya Lindqvist"_s);
        m_bench->signIn.signOut();
        QCOMPARE(m_bench->session.state().phase, Phase::SignedOut);
        QCOMPARE(state().lockedFor, QString());
        QCOMPARE(state().email, QString());
    }

    void whatTheServerEndedIsSaidOnThePage()
    {
        open();
        signIn();
        m_bench->session.end();
        QCOMPARE(state().mode, Mode::Password);
        QVERIFY(!state().notice.isEmpty());
    }

    void whereItIsKeptIsNoReasonToBeginAnew()
    {
        open();
        m_bench->sessions.answers = {Error{ErrorCode::InvalidCredentials, {}, {}}};
        signIn();
        const auto before = state();
        m_bench->session.setKeptIn(tp::ui::KeptIn::Nowhere);
        QCOMPARE(state(), before);
    }

    void aServerThatComesBackIsAskedAgain()
    {
        open();
        QTRY_COMPARE(m_bench->sessions.issuerLoads, 1);
        m_bench->connection.serverLost(Error{ErrorCode::Unavailable, {}, {}});
        m_bench->connection.serverBack();
        QTRY_COMPARE(m_bench->sessions.issuerLoads, 2);
    }
};

TP_TEST(TestSignInPresenter)

#include "tst_signinpresenter.moc"

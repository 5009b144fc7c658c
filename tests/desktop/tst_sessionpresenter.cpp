// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakeclock.h"
#include "tests/support/fakedesk.h"
#include "tests/support/fakesession.h"
#include "tests/support/testmain.h"
#include "ui/presentation/sessionpresenter.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tp::test;
using tp::Permission;
using tp::ui::SessionPresenter;
using Phase = tp::ui::SessionState::Phase;

namespace {

constexpr qint64 MinuteMs = 60'000;

}

class TestSessionPresenter final : public QObject
{
    Q_OBJECT

    FakeClock m_clock;
    FakeSession m_port;
    FakeDesk m_desk;
    std::unique_ptr<SessionPresenter> m_session;

    void makeSession() { m_session = std::make_unique<SessionPresenter>(m_port, m_desk, m_clock); }

private slots:
    void init()
    {
        m_session.reset();
        m_port = {};
        m_desk = {};
        makeSession();
    }

    void whoSignsInMayWhatTheirRoleMay()
    {
        QVERIFY(!m_session->state().may(Permission::OrdersCreate));
        m_session->begin(maya());
        QVERIFY(m_session->state().may(Permission::OrdersCreate));
        QVERIFY(!m_session->state().may(Permission::RegistersManage));
        QCOMPARE(m_desk.lastPerson, maya().id.toQString());
    }

    void behindTheLockNobodyMayAnything()
    {
        m_session->begin(boss());
        m_session->lock();
        QCOMPARE(m_session->state().phase, Phase::Locked);
        QCOMPARE(m_session->state().user.name, boss().name);
        QVERIFY(!m_session->state().may(Permission::OrdersCreate));
        QCOMPARE(m_port.signOuts, 0);
    }

    void anotherPersonMayUnlock()
    {
        m_session->begin(maya());
        m_session->lock();
        m_session->begin(boss());
        QCOMPARE(m_session->state().user.name, boss().name);
        QVERIFY(m_session->state().isSignedIn());
    }

    void signingOutTellsTheServer()
    {
        m_session->begin(maya());
        const QSignalSpy states(m_session.get(), &SessionPresenter::stateChanged);
        m_session->signOut();
        QCOMPARE(m_port.signOuts, 1);
        QCOMPARE(m_session->state().phase, Phase::SignedOut);
        QVERIFY(!m_session->state().wasEnded);
        QCOMPARE(states.size(), 1);
        m_session->signOut();
        QCOMPARE(m_port.signOuts, 1);
    }

    void whatTheServerEndsIsSaidToBeEnded()
    {
        m_session->begin(maya());
        m_session->end();
        QVERIFY(m_session->state().wasEnded);
        QCOMPARE(m_port.signOuts, 0);
        m_session->begin(maya());
        QVERIFY(!m_session->state().wasEnded);
    }

    void whoComesBackTooLateFindsItLocked_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<qint64>("pauseMs");
        QTest::addColumn<bool>("isLocked");
        QTest::newRow("soon") << 5 << 5 * MinuteMs - 1 << false;
        QTest::newRow("in the last moment") << 5 << 5 * MinuteMs << true;
        QTest::newRow("after the night") << 5 << 600 * MinuteMs << true;
        QTest::newRow("one minute is the limit") << 1 << MinuteMs << true;
        QTest::newRow("it never locks") << 0 << 6'000 * MinuteMs << false;
    }

    void whoComesBackTooLateFindsItLocked()
    {
        QFETCH(int, minutes);
        QFETCH(qint64, pauseMs);
        QFETCH(bool, isLocked);
        m_desk.lockMs = minutes * MinuteMs;
        m_session->begin(maya());
        m_clock.advance(pauseMs);
        QCOMPARE(m_session->noteActivity(), !isLocked);
        QCOMPARE(m_session->state().phase, isLocked ? Phase::Locked : Phase::SignedIn);
    }

    void aTouchStartsThePauseAnew()
    {
        m_session->begin(maya());
        for (int touch = 0; touch < 10; ++touch) {
            m_clock.advance(4 * MinuteMs);
            QVERIFY(m_session->noteActivity());
        }
        m_clock.advance(5 * MinuteMs);
        QVERIFY(!m_session->noteActivity());
    }

    void theWallAloneLocksToo()
    {
        // A laptop that was shut: its steady clock stood still.
        m_session->begin(maya());
        m_clock.setNowMs(m_clock.nowMs() + 30 * MinuteMs);
        QVERIFY(!m_session->noteActivity());
    }

    void settingTheWallBackDoesNotKeepItOpen()
    {
        m_session->begin(maya());
        m_clock.setNowMs(m_clock.nowMs() - 300 * MinuteMs);
        m_clock.setSteadyMs(m_clock.steadyMs() + 5 * MinuteMs);
        QVERIFY(!m_session->noteActivity());
    }

    void aRestartIsNoWayAroundTheLock_data()
    {
        QTest::addColumn<bool>("wasLocked");
        QTest::addColumn<qint64>("pauseMs");
        QTest::addColumn<bool>("isOpen");
        QTest::newRow("at work, at once") << false << qint64(2'000) << true;
        QTest::newRow("at work, long ago") << false << 6 * MinuteMs << false;
        QTest::newRow("locked, at once") << true << qint64(2'000) << false;
        QTest::newRow("the clock was set back") << false << -MinuteMs << false;
    }

    void aRestartIsNoWayAroundTheLock()
    {
        QFETCH(bool, wasLocked);
        QFETCH(qint64, pauseMs);
        QFETCH(bool, isOpen);
        m_session->begin(maya());
        m_clock.advance(3 * MinuteMs);
        QVERIFY(m_session->noteActivity());
        if (wasLocked)
            m_session->lock();
        m_session.reset();

        m_clock.setNowMs(m_clock.nowMs() + pauseMs);
        makeSession();
        m_session->resume(maya());
        QCOMPARE(m_session->state().phase, isOpen ? Phase::SignedIn : Phase::Locked);
    }

    void withoutATouchItLocksByItself()
    {
        m_desk.lockMs = 20;
        m_session->begin(maya());
        m_clock.advance(20);
        QTRY_COMPARE(m_session->state().phase, Phase::Locked);
    }

    void aTouchPutsThatOff()
    {
        m_desk.lockMs = 20;
        m_session->begin(maya());
        m_clock.advance(19);
        QVERIFY(m_session->noteActivity());
        m_clock.advance(19);
        QVERIFY(m_session->noteActivity()); // Though 38 have passed since the sign-in.
        m_clock.advance(20);
        QTRY_COMPARE(m_session->state().phase, Phase::Locked);
    }
};

TP_TEST(TestSessionPresenter)

#include "tst_sessionpresenter.moc"

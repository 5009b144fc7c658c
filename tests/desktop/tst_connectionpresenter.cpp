// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testmain.h"
#include "ui/presentation/connectionpresenter.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using tp::ui::BackendFailure;
using tp::ui::ConnectionPresenter;
using tp::ui::ConnectionState;

class TestConnectionPresenter final : public QObject
{
    Q_OBJECT

    using Phase = tp::ui::ConnectionState::Phase;

    static BackendFailure crash()
    {
        return {BackendFailure::Kind::Crashed, u"out of disk"_s, {u"a"_s, u"out of disk"_s}, 500};
    }
    static tp::Error noAnswer() { return {tp::ErrorCode::Unavailable, {}, {}}; }

private slots:
    void theBundledBackendIsThereWhenItSaysSo()
    {
        ConnectionPresenter presenter(ConnectionPresenter::Backend::Bundled, true, {});
        QCOMPARE(presenter.state().phase, Phase::Starting);
        QVERIFY(presenter.state().isDemoShop);
        QVERIFY(presenter.state().notice.isEmpty());
        presenter.backendStarting();
        QCOMPARE(presenter.state().phase, Phase::Starting);
        presenter.backendReady();
        QCOMPARE(presenter.state().phase, Phase::Online);
    }

    void aCrashIsALossUntilItIsReadyAgain()
    {
        ConnectionPresenter presenter(ConnectionPresenter::Backend::Bundled, false, {});
        presenter.backendStarting();
        presenter.backendReady();
        presenter.backendFailed(crash());
        QCOMPARE(presenter.state().phase, Phase::Lost);
        QVERIFY(presenter.state().notice.why.contains(u"out of disk"_s));
        QVERIFY(!presenter.state().notice.next.isEmpty());
        QCOMPARE(presenter.state().log.size(), 2);
        presenter.backendStarting();
        QCOMPARE(presenter.state().phase, Phase::Lost);
        presenter.backendReady();
        QCOMPARE(presenter.state().phase, Phase::Online);
        QVERIFY(presenter.state().notice.isEmpty());
        QVERIFY(presenter.state().log.isEmpty());
    }

    void oneThatNeverWasReadyHasFailed()
    {
        ConnectionPresenter presenter(ConnectionPresenter::Backend::Bundled, false, {});
        presenter.backendFailed({BackendFailure::Kind::ProgramMissing, u"/x/tradepostd"_s, {}, 0});
        QCOMPARE(presenter.state().phase, Phase::Failed);
        QVERIFY(presenter.state().notice.why.contains(u"/x/tradepostd"_s));
        presenter.backendStarting();
        QCOMPARE(presenter.state().phase, Phase::Failed); // Not "starting" over and over.
        presenter.backendReady();
        QCOMPARE(presenter.state().phase, Phase::Online);
    }

    void aServerElsewhereIsLostAndBack()
    {
        ConnectionPresenter presenter(ConnectionPresenter::Backend::Elsewhere, false,
                                      u"https://shop.example"_s);
        const QSignalSpy changes(&presenter, &ConnectionPresenter::stateChanged);
        QCOMPARE(presenter.state().phase, Phase::Starting);
        presenter.serverLost(noAnswer());
        QCOMPARE(presenter.state().phase, Phase::Failed);
        QVERIFY(presenter.state().notice.why.contains(u"https://shop.example"_s));
        presenter.serverBack();
        QCOMPARE(presenter.state().phase, Phase::Online);
        presenter.serverLost(noAnswer());
        QCOMPARE(presenter.state().phase, Phase::Lost);
        presenter.serverLost(noAnswer());
        QCOMPARE(changes.size(), 3); // What does not change is not told.
    }

    void aStrangerIsToldFromADeadServer()
    {
        ConnectionPresenter presenter(ConnectionPresenter::Backend::Elsewhere, false, u"x"_s);
        presenter.serverLost(noAnswer());
        const QString dead = presenter.state().notice.why;
        presenter.serverLost({tp::ErrorCode::NotFound, {}, {}});
        QVERIFY(presenter.state().notice.why != dead);
    }

    void aRunningBackendThatDoesNotAnswerIsLost()
    {
        ConnectionPresenter presenter(ConnectionPresenter::Backend::Bundled, false, {});
        presenter.backendReady();
        presenter.serverLost(noAnswer());
        QCOMPARE(presenter.state().phase, Phase::Lost);
        presenter.serverBack();
        QCOMPARE(presenter.state().phase, Phase::Online);
    }

    void whoDoesNotWantToWaitIsHeard()
    {
        ConnectionPresenter presenter(ConnectionPresenter::Backend::Bundled, false, {});
        const QSignalSpy asked(&presenter, &ConnectionPresenter::retryRequested);
        presenter.retryNow();
        QCOMPARE(asked.size(), 1);
    }
};

TP_TEST(TestConnectionPresenter)

#include "tst_connectionpresenter.moc"

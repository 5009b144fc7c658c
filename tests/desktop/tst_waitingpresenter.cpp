// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakesales.h"
#include "tests/support/testmain.h"
#include "ui/presentation/waitingpresenter.h"

#include <QSignalSpy>
#include <QTest>

using tp::test::FakeSales;
using tp::ui::WaitingPresenter;

/// What the server does not have yet is said when it matters.
class TestWaitingPresenter final : public QObject
{
    Q_OBJECT

    static constexpr int ForEverMs = 600'000;

private slots:
    void whatIsOnItsWayIsSaidOnlyWhenItTakesLong()
    {
        FakeSales sales;
        WaitingPresenter quick(sales, 1);
        sales.tellWaiting({2, 0});
        QVERIFY(quick.notice().isEmpty());
        QTRY_VERIFY(quick.notice().what.contains(u'2'));
        QVERIFY(!quick.isRefused());
        sales.tellWaiting({3, 0});
        QVERIFY(quick.notice().what.contains(u'3'));
        sales.tellWaiting({0, 0});
        QVERIFY(quick.notice().isEmpty());
        sales.tellWaiting({1, 0}); // Patience begins anew.
        QVERIFY(quick.notice().isEmpty());
    }

    void whatWasRefusedIsSaidAtOnce()
    {
        FakeSales sales;
        WaitingPresenter presenter(sales, ForEverMs);
        const QSignalSpy said(&presenter, &WaitingPresenter::noticeChanged);
        sales.tellWaiting({4, 1});
        QVERIFY(presenter.isRefused());
        QVERIFY(presenter.notice().what.contains(u'1'));
        QCOMPARE(said.count(), 1);
        sales.tellWaiting({3, 1});
        QCOMPARE(said.count(), 1);
        sales.tellWaiting({0, 0});
        QVERIFY(presenter.notice().isEmpty() && !presenter.isRefused());
    }
};

TP_TEST(TestWaitingPresenter)
#include "tst_waitingpresenter.moc"

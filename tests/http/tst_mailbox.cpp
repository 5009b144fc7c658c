// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/mailbox.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <QThread>

#include <memory>
#include <thread>
#include <vector>

using tp::http::Mailbox;

class TestMailbox final : public QObject
{
    Q_OBJECT

private slots:
    void functionsRunOnTheMailboxesThreadInOrder()
    {
        QThread thread;
        auto mailbox = std::make_shared<Mailbox>(&thread);
        std::vector<int> ran; // Touched by that thread alone, until it has ended.
        int elsewhere = 0;
        for (int i = 0; i < 1000; ++i) {
            mailbox->post([&, i] {
                ran.push_back(i);
                elsewhere += mailbox->isHere() ? 0 : 1;
            });
        }
        mailbox->post([&] {
            mailbox->close();
            thread.quit();
        });
        QVERIFY(!mailbox->isHere());
        thread.start();
        QVERIFY(thread.wait(5000));
        QCOMPARE(ran.size(), std::size_t(1000));
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(ran[std::size_t(i)], i);
        QCOMPARE(elsewhere, 0);
    }

    void manyThreadsMayPost()
    {
        Mailbox mailbox(QThread::currentThread());
        int count = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                for (int j = 0; j < 1000; ++j)
                    mailbox.post([&] { ++count; });
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QTRY_COMPARE(count, 4000);
    }

    void whatIsPostedWhileOneRunsRunsLater()
    {
        Mailbox mailbox(QThread::currentThread());
        QStringList order;
        mailbox.post([&] {
            mailbox.post([&] { order << QStringLiteral("second"); });
            order << QStringLiteral("first");
        });
        QTRY_COMPARE(order, QStringList({QStringLiteral("first"), QStringLiteral("second")}));
    }

    void aClosedMailboxDestroysWhatItIsGiven()
    {
        auto token = std::make_shared<int>(1);
        Mailbox mailbox(QThread::currentThread());
        bool ran = false;
        mailbox.post([&, token] { ran = true; });
        mailbox.close();
        QCOMPARE(token.use_count(), 1L);
        QVERIFY(!mailbox.post([&, token] { ran = true; }));
        QCOMPARE(token.use_count(), 1L);
        QVERIFY(!mailbox.isHere());
        bool isLater = false;
        Mailbox other(QThread::currentThread());
        other.post([&] { isLater = true; });
        QTRY_VERIFY(isLater);
        QVERIFY(!ran);
        mailbox.close();
    }

    void closingWhileFunctionsRunDropsTheRest()
    {
        Mailbox mailbox(QThread::currentThread());
        int ran = 0;
        for (int i = 0; i < 3; ++i) {
            mailbox.post([&] {
                ++ran;
                mailbox.close();
            });
        }
        QTRY_COMPARE(ran, 1);
    }
};

TP_TEST(TestMailbox)
#include "tst_mailbox.moc"

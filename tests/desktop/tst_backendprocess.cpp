// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/backendprocess/backendprocess.h"
#include "tests/support/fakeclock.h"
#include "tests/support/seededrandom.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using tp::backendprocess::BackendCommand;
using tp::backendprocess::BackendProcess;
using tp::ui::BackendFailure;
using Kind = tp::ui::BackendFailure::Kind;

Q_DECLARE_METATYPE(tp::ui::BackendFailure::Kind)

class TestBackendProcess final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    tp::test::FakeClock m_clock;
    tp::test::SeededRandom m_random{7};

    BackendCommand fake(const QString &manner) const
    {
        BackendCommand command;
        command.program = QStringLiteral(FAKE_BACKEND);
        command.arguments = {manner};
        command.dataFolder = m_folder->filePath(u"shop"_s);
        command.lockFile = m_folder->filePath(u"shop/till.lock"_s);
        return command;
    }

    static BackendFailure failureIn(const QSignalSpy &spy, qsizetype place = 0)
    {
        return spy.at(place).first().value<BackendFailure>();
    }

    static bool isRunning(qint64 pid) { return ::kill(pid_t(pid), 0) == 0; }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void saysWhereItListens()
    {
        BackendProcess backend(fake(u"ready"_s), m_clock, m_random);
        const QSignalSpy starting(&backend, &BackendProcess::starting);
        QSignalSpy ready(&backend, &BackendProcess::ready);
        backend.start();
        backend.start(); // Twice is once.
        QVERIFY(ready.wait());
        QCOMPARE(starting.size(), 1);
        QCOMPARE(ready.first().first().toUrl().host(), u"127.0.0.1"_s);
        QVERIFY(isRunning(backend.pid()));
    }

    void aFreshShopsCodeIsHandedOn()
    {
        BackendProcess backend(fake(u"fresh"_s), m_clock, m_random);
        QSignalSpy ready(&backend, &BackendProcess::ready);
        backend.start();
        QVERIFY(ready.wait());
        QCOMPARE(ready.first().at(1).toString(), u"ABCD-EFGH"_s);
        const QSignalSpy failed(&backend, &BackendProcess::failed);
        ::kill(pid_t(backend.pid()), SIGKILL);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failureIn(failed).subject.isEmpty()); // The code is nobody's last words.
        QVERIFY(!failureIn(failed).log.join(u'\n').contains(u"ABCD"_s));
    }

    void aKilledOneIsStartedAgainElsewhere()
    {
        BackendProcess backend(fake(u"ready"_s), m_clock, m_random);
        QSignalSpy ready(&backend, &BackendProcess::ready);
        const QSignalSpy failed(&backend, &BackendProcess::failed);
        backend.start();
        QVERIFY(ready.wait());
        ::kill(pid_t(backend.pid()), SIGKILL);
        QVERIFY(ready.wait());
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failureIn(failed).kind, Kind::Crashed);
        QVERIFY(failureIn(failed).retryInMs >= 500 && failureIn(failed).retryInMs <= 625);
        QVERIFY(ready.at(0).first().toUrl() != ready.at(1).first().toUrl());
    }

    void whoDoesNotWantToWaitStartsItNow()
    {
        BackendProcess backend(fake(u"fails"_s), m_clock, m_random);
        QSignalSpy failed(&backend, &BackendProcess::failed);
        backend.start();
        QVERIFY(failed.wait());
        for (int n = 1; n < 4; ++n) { // Waiting for it would take seconds by now.
            backend.start();
            QVERIFY(failed.wait(3'000));
        }
        QVERIFY(failureIn(failed, 3).retryInMs >= 4'000);
    }

    void aGoodRunForgetsTheTroubleBefore()
    {
        BackendProcess backend(fake(u"ready"_s), m_clock, m_random);
        QSignalSpy ready(&backend, &BackendProcess::ready);
        QSignalSpy failed(&backend, &BackendProcess::failed);
        backend.start();
        for (int n = 0; n < 2; ++n) {
            QVERIFY(ready.wait());
            ::kill(pid_t(backend.pid()), SIGKILL);
            QVERIFY(failed.wait());
            backend.start();
        }
        QVERIFY(ready.wait());
        m_clock.advance(BackendProcess::GoodRunMs);
        ::kill(pid_t(backend.pid()), SIGKILL);
        QVERIFY(failed.wait());
        QVERIFY(failureIn(failed, 1).retryInMs >= 1'000);
        QVERIFY(failureIn(failed, 2).retryInMs < 1'000);
    }

    void troubleIsNamed_data()
    {
        QTest::addColumn<QString>("manner");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("subject");
        QTest::newRow("ends") << u"fails"_s << Kind::EndedTooEarly
                              << u"the database is a picture"_s;
        QTest::newRow("no word") << u"silent"_s << Kind::NotReadyInTime << QString();
        QTest::newRow("nonsense") << u"broken"_s << Kind::Incomprehensible << u"nowhere"_s;
        QTest::newRow("babble") << u"babbles"_s << Kind::Incomprehensible << u"xxx"_s;
        QTest::newRow("usage") << u"?"_s << Kind::EndedTooEarly << QString();
    }

    void troubleIsNamed()
    {
        QFETCH(QString, manner);
        QFETCH(QString, subject);
        BackendCommand command = fake(manner);
        command.readyWithinMs = manner == u"silent"_s ? 200 : 10'000;
        BackendProcess backend(command, m_clock, m_random);
        QSignalSpy failed(&backend, &BackendProcess::failed);
        const QSignalSpy ready(&backend, &BackendProcess::ready);
        backend.start();
        QVERIFY(failed.wait());
        QTEST(failureIn(failed).kind, "kind");
        QVERIFY2(failureIn(failed).subject.contains(subject),
                 qPrintable(failureIn(failed).subject));
        QVERIFY(failureIn(failed).retryInMs > 0);
        QCOMPARE(ready.size(), 0);
    }

    void itsLogIsKept()
    {
        BackendProcess backend(fake(u"fails"_s), m_clock, m_random);
        QSignalSpy failed(&backend, &BackendProcess::failed);
        backend.start();
        QVERIFY(failed.wait());
        QCOMPARE(failureIn(failed).log,
                 (QStringList{u"opening the shop"_s, u"fakebackend: the database is a picture"_s}));
        QCOMPARE(failureIn(failed).subject, u"the database is a picture"_s);
    }

    void aFloodOfLinesHarmsNobody()
    {
        BackendProcess backend(fake(u"floods"_s), m_clock, m_random);
        QSignalSpy ready(&backend, &BackendProcess::ready);
        backend.start();
        QVERIFY(ready.wait());
        QTRY_COMPARE(backend.log().value(backend.log().size() - 1), u"line 19999"_s);
        QCOMPARE(backend.log().size(), tp::backendprocess::LogLines::LinesMax);
    }

    void aMissingProgramIsSaid()
    {
        BackendCommand command = fake({});
        command.program = m_folder->filePath(u"tradepostd"_s);
        BackendProcess backend(command, m_clock, m_random);
        const QSignalSpy failed(&backend, &BackendProcess::failed);
        backend.start();
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failureIn(failed).kind, Kind::ProgramMissing);
        QCOMPARE(failureIn(failed).subject, command.program);
        QCOMPARE(failureIn(failed).retryInMs, 0);
    }

    void whatIsNoProgramDoesNotStart()
    {
        BackendCommand command = fake({});
        command.program = m_folder->filePath(u"tradepostd"_s);
        QFile file(command.program);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("\x7f"
                   "ELF, but not really");
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        BackendProcess backend(command, m_clock, m_random);
        QSignalSpy failed(&backend, &BackendProcess::failed);
        backend.start();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failureIn(failed).kind, Kind::DoesNotStart);
        QVERIFY(!failureIn(failed).subject.isEmpty());
    }

    void aFolderThatCannotBeIsSaid()
    {
        BackendCommand command = fake(u"ready"_s);
        QFile file(m_folder->filePath(u"file"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        command.dataFolder = m_folder->filePath(u"file/shop"_s);
        command.lockFile = m_folder->filePath(u"file/shop/till.lock"_s);
        BackendProcess backend(command, m_clock, m_random);
        const QSignalSpy failed(&backend, &BackendProcess::failed);
        backend.start();
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failureIn(failed).kind, Kind::FolderUnusable);
    }

    void onlyOneWorksOnAShop()
    {
        auto first = std::make_unique<BackendProcess>(fake(u"ready"_s), m_clock, m_random);
        QSignalSpy firstReady(first.get(), &BackendProcess::ready);
        first->start();
        QVERIFY(firstReady.wait());

        BackendProcess second(fake(u"ready"_s), m_clock, m_random);
        const QSignalSpy failed(&second, &BackendProcess::failed);
        QSignalSpy ready(&second, &BackendProcess::ready);
        second.start();
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failureIn(failed).kind, Kind::DataInUse);
        QCOMPARE(second.pid(), 0);

        first.reset();
        second.start();
        QVERIFY(ready.wait());
    }

    void itEndsWithItsOwner()
    {
        auto backend = std::make_unique<BackendProcess>(fake(u"ready"_s), m_clock, m_random);
        QSignalSpy ready(backend.get(), &BackendProcess::ready);
        backend->start();
        QVERIFY(ready.wait());
        const qint64 pid = backend->pid();
        QVERIFY(isRunning(pid));
        backend.reset();
        QVERIFY(!isRunning(pid));
    }

    void oneThatDoesNotListenIsEndedByForce()
    {
        BackendCommand command = fake(u"deaf"_s);
        command.stopWithinMs = 100;
        auto backend = std::make_unique<BackendProcess>(command, m_clock, m_random);
        QSignalSpy ready(backend.get(), &BackendProcess::ready);
        backend->start();
        QVERIFY(ready.wait());
        const qint64 pid = backend->pid();
        backend.reset();
        QVERIFY(!isRunning(pid));
    }
};

TP_TEST(TestBackendProcess)

#include "tst_backendprocess.moc"

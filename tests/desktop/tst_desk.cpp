// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/demostaff.h"
#include "app/desk.h"
#include "app/shopplace.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using tp::app::Desk;
using tp::app::Options;

/// What the desktop program knows of its computer.
class TestDesk final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString file() const { return m_folder.filePath(u"desktop.ini"_s); }

private slots:
    void init() { QFile::remove(file()); }

    void whatIsRememberedOutlivesTheRun()
    {
        {
            QSettings settings(file(), QSettings::IniFormat);
            Desk desk(settings, u"/data/shop.db"_s);
            QVERIFY(!desk.hasReadKeeping());
            desk.setHasReadKeeping();
            desk.setLastPersonId(u"maya"_s);
            desk.setAtWorkMs(1'767'225'600'000);
        }
        QSettings settings(file(), QSettings::IniFormat);
        const Desk desk(settings, u"/data/shop.db"_s);
        QVERIFY(desk.hasReadKeeping());
        QCOMPARE(desk.lastPersonId(), u"maya"_s);
        QCOMPARE(desk.atWorkMs(), 1'767'225'600'000);
        const Desk other(settings, u"https://shop.example"_s);
        QCOMPARE(other.lastPersonId(), QString());
        QCOMPARE(other.atWorkMs(), 0);
    }

    void theLockCanBeSet_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<qint64>("lockMs");
        QTest::newRow("nothing") << QString() << qint64(300'000);
        QTest::newRow("never") << u"0"_s << qint64(0);
        QTest::newRow("two") << u"2"_s << qint64(120'000);
        QTest::newRow("negative") << u"-3"_s << qint64(0);
        QTest::newRow("for ever") << u"999999999"_s << qint64(86'400'000);
        QTest::newRow("nonsense") << u"soon"_s << qint64(0);
    }

    void theLockCanBeSet()
    {
        QFETCH(QString, written);
        QSettings settings(file(), QSettings::IniFormat);
        if (!written.isEmpty())
            settings.setValue(u"auto_lock_minutes"_s, written);
        QTEST(Desk(settings, u"x"_s).autoLockMs(), "lockMs");
    }

    void theDemoShopHasThree()
    {
        const auto people = tp::app::demoStaff();
        QCOMPARE(people.size(), 3);
        QCOMPARE(people.at(0).role, tp::Role::Admin);
        QCOMPARE(people.at(2).role, tp::Role::Cashier);
        for (const tp::ui::DemoPerson &person : people) {
            QVERIFY(person.email.endsWith(u"@demo.tradepost.example"_s));
            QVERIFY(!person.name.isEmpty() && !person.password.isEmpty() && !person.pin.isEmpty());
        }
        QVERIFY(tp::app::readDemoStaff({}).isEmpty());
        QVERIFY(tp::app::readDemoStaff("head\nonly,three,cells\na,b,king,d,e\n").isEmpty());
    }

    void shopsHaveTheirOwnThings()
    {
        Options options;
        options.dataFolder = m_folder.path();
        const auto real = tp::app::shopPlace(options);
        options.isDemo = true;
        const auto demo = tp::app::shopPlace(options);
        options.isDemo = false;
        options.server = QUrl(u"https://shop.example"_s);
        const auto elsewhere = tp::app::shopPlace(options);
        QVERIFY(real.name != demo.name && real.name != elsewhere.name);
        QVERIFY(real.secret != demo.secret && real.secret != elsewhere.secret);
        QVERIFY(real.command.lockFile != demo.command.lockFile);
        QVERIFY(real.lock != demo.lock && real.lock != elsewhere.lock);
        QVERIFY(demo.command.arguments.contains(u"--demo"_s));
    }
};

TP_TEST(TestDesk)

#include "tst_desk.moc"

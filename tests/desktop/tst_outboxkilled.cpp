// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/outbox/outboxfile.h"
#include "tests/desktop/soldsale.h"
#include "tests/support/testmain.h"

#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tp::test;

/// A till that is killed (SIGKILL) while it sells, again and again.
class TestOutboxKilled final : public QObject
{
    Q_OBJECT

private slots:
    void whatItSaidIsKeptAndNoNumberIsMissingOrTwice()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"outbox.db"_s);
        QStringList said;
        for (int run = 1; run <= 5; ++run) {
            QProcess till;
            till.start(QStringLiteral(KEEPS_SALES), {path, QString::number(run)});
            QTRY_VERIFY_WITH_TIMEOUT(till.bytesAvailable() > 100 * run, 20'000);
            till.kill();
            QVERIFY(till.waitForFinished());
            // The last line may have been cut.
            const QString text = QString::fromLatin1(till.readAll());
            said += text.first(text.lastIndexOf(u'\n')).split(u'\n');
        }
        QCOMPARE(QSet<QString>(said.begin(), said.end()).size(), said.size());

        tp::outbox::OutboxDatabase database(path);
        tp::outbox::OutboxFile file(database);
        QStringList kept;
        qint64 behind = 0;
        while (const auto next = file.nextWaiting(behind).value()) {
            kept.append(file.find(next->id)->number);
            behind = next->position;
        }
        for (qsizetype i = 0; i < kept.size(); ++i)
            QCOMPARE(kept[i], u"T1-%1"_s.arg(i + 1, 6, 10, QChar(u'0')));
        for (const QString &number : said)
            QVERIFY2(kept.contains(number), qPrintable(number));
        QVERIFY(said.size() >= 50);
    }
};

TP_TEST(TestOutboxKilled)

#include "tst_outboxkilled.moc"

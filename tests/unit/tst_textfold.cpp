// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/kernel/textfold.h"
#include "tests/support/seededrandom.h"
#include "tests/support/testmain.h"

#include <QTest>

using tp::folded;
using tp::searchWords;

class TestTextFold final : public QObject
{
    Q_OBJECT

private slots:
    void foldsWhatPeopleTypeAlike_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, const char *expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("", "");
        row("Éclair", "eclair");
        row("E\u0301CLAIR", "eclair");
        row("Straße", "strasse");
        row("STRAẞE", "strasse");
        row("İstanbul", "istanbul");
        row("ısparta", "isparta");
        row("ISPARTA", "isparta");
        row("Łódź", "lodz");
        row("Smørrebrød", "smorrebrod");
        row("Æbleskiver", "aebleskiver");
        row("œuf", "oeuf");
        row("Đà Nẵng", "da nang");
        row("ﬁlet", "filet");
        row("①②", "12");
        row("ΟΔΟΣ", "οδοσ");
        row("οδός", "οδοσ");
        row("Ёлка", "елка");
        row("ＡＢＣ１２", "abc12");
        row("co\u00adop", "coop"); // A soft hyphen.
        row("a\u200bb\u200ec", "abc");
        row("\u2764\ufe0f", "\u2764");
        row("שָׁלוֹם", "שלום");
        row("کتابِ", "کتاب");
        row("が", "か\u3099"); // Not かの: another word.
        row("हिन्दी", "हिन्दी");
        row("5 × 2½", "5 × 21\u20442");
        row("🍵 Tea", "🍵 tea");
    }

    void foldsWhatPeopleTypeAlike()
    {
        QFETCH(QString, text);
        QTEST(folded(text), "expected");
    }

    /// Every character there is: a stored folded name must equal its own folding.
    void foldingTwiceChangesNothing()
    {
        constexpr char32_t BlockLength = 64;
        for (char32_t block = 0; block <= QChar::LastValidCodePoint; block += BlockLength) {
            QString text;
            for (char32_t character = block; character < block + BlockLength; ++character)
                text += QStringView(QChar::fromUcs4(character)).toString() + QChar(u' ');
            const QString once = folded(text);
            if (folded(once) != once)
                QFAIL(qPrintable(QString::asprintf("from U+%04X on", uint(block))));
        }
    }

    void foldingTwiceChangesNothingInAnyText()
    {
        auto random = tp::test::SeededRandom::fresh();
        for (int i = 0; i < 3000; ++i) {
            QString text;
            for (quint64 n = random.below(12); n > 0; --n)
                text.append(QChar(char16_t(random.below(0x10000) >> random.below(9))));
            const QString once = folded(text);
            QCOMPARE(folded(once), once);
        }
    }

    void wordsAreRunsOfLettersAndDigits()
    {
        QCOMPARE(searchWords(u"Crème brûlée, 2×100g (AB-12/x)"),
                 (QStringList{QStringLiteral("creme"), QStringLiteral("brulee"),
                              QStringLiteral("2"), QStringLiteral("100g"), QStringLiteral("ab"),
                              QStringLiteral("12"), QStringLiteral("x")}));
        QCOMPARE(searchWords(u"हिन्दी चाय").size(), 2);
        QCOMPARE(searchWords(u"\U00010400\U00010401 𝔗𝔢𝔞").last(), QStringLiteral("tea"));
        QCOMPARE(searchWords(u""), QStringList());
        QCOMPARE(searchWords(u" -- %_*\"' \n\t"), QStringList());
    }

    void wordsAreFewAndShort()
    {
        QString many;
        for (int i = 0; i < 1000; ++i)
            many += QStringLiteral("w%1 ").arg(i);
        QCOMPARE(searchWords(many).size(), tp::SearchWordsMax);
        QCOMPARE(searchWords(many).last(), QStringLiteral("w31"));

        const QStringList huge =
            searchWords(QString(100'000, QLatin1Char('a')) + QStringLiteral(" b"));
        QCOMPARE(huge, (QStringList{QString(tp::SearchWordLengthMax, QLatin1Char('a')),
                                    QStringLiteral("b")}));

        // A character of two units is not cut in half, and nothing slips in behind it.
        const QString odd = QString(tp::SearchWordLengthMax - 1, QLatin1Char('a'));
        QCOMPARE(searchWords(odd + QStringLiteral("\U00010428b")), QStringList{odd});
    }

    void brokenTextIsNoWord()
    {
        const QString lone = QChar(0xd800) + QStringLiteral("tea") + QChar(0xdc00);
        QCOMPARE(searchWords(lone), QStringList{QStringLiteral("tea")});
        QCOMPARE(searchWords(QString(10, QChar(0))), QStringList());
    }
};

TP_TEST(TestTextFold)
#include "tst_textfold.moc"

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/searchterms.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tp::catalogue::SearchTerms;

/// How a question becomes one for the databases, and what it fits.
class TestSearchTerms : public QObject
{
    Q_OBJECT

private slots:
    void aQuestionIsQuotedWordByWord()
    {
        const SearchTerms terms(u"Choc\u00f3lates OR \"12\"; choco*"_s, {}, {});
        QCOMPARE(terms.fts5(SearchTerms::Words::Whole),
                 R"("chocolates" * AND "or" * AND "12" * AND "choco" *)");
        QCOMPARE(terms.fts5(SearchTerms::Words::Cut),
                 R"("chocolat" * AND "or" * AND "12" * AND "choc" *)");
        QCOMPARE(terms.tsquery(), "'chocolates':* & 'or':* & '12':* & 'choco':*");
        QVERIFY(!terms.isCutLossless());
    }

    void filtersAreAsked()
    {
        const SearchTerms on(u"tea"_s, {"=c1", "=c2"}, true);
        QCOMPARE(on.fts5(SearchTerms::Words::Cut), R"("tea" * AND ("=c1" OR "=c2"))");
        QCOMPARE(on.tsquery(), "'tea':* & ('=c1' | '=c2') & !'=off'");
        const SearchTerms off(u"tea"_s, {}, false);
        QCOMPARE(off.fts5(SearchTerms::Words::Cut), R"("tea" * AND "=off")");
        QVERIFY(off.isCutLossless());
    }

    void wordsAreBeginnings_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<bool>("fits");
        QTest::newRow("a beginning") << u"ecl"_s << true;
        QTest::newRow("any order") << u"cho ec"_s << true;
        QTest::newRow("accents") << u"\u00c9CLAIR"_s << true;
        QTest::newRow("the middle") << u"clair"_s << false;
        QTest::newRow("one of two") << u"ecl tea"_s << false;
        QTest::newRow("too long") << u"eclairs"_s << false;
        QTest::newRow("nothing to find") << u"!?"_s << true;
        QTest::newRow("a token of ours") << u"=off"_s << false;
    }

    void wordsAreBeginnings()
    {
        QFETCH(QString, question);
        const SearchTerms terms(question, {}, {});
        QTEST(terms.match(" eclair au chocolat =c1 "), "fits");
    }

    void aQuestionWithoutWordsIsEmpty()
    {
        QVERIFY(SearchTerms(u" \"'*-=% "_s, {}, {}).isEmpty());
        QVERIFY(SearchTerms(QString(), {}, {}).isEmpty());
    }
};

TP_TEST(TestSearchTerms)
#include "tst_searchterms.moc"

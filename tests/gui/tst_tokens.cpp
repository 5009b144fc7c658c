// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testmain.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/tokens.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tp::test {

using ui::Colour;
using ui::Scheme;

/// Contrast as WCAG 2.2 asks for it: 4.5 for text (1.4.3), 3 for the edges of controls and the
/// focus (1.4.11), in both schemes.
class TestTokens final : public QObject
{
    Q_OBJECT

private slots:
    void contrastIsThatOfTheStandard();
    void textCanBeRead_data();
    void textCanBeRead();
    void edgesCanBeSeen_data();
    void edgesCanBeSeen();
    void tileIconsCanBeRead();
    void anyPlaceHasATint();
    void schemesDifferInEveryGround();
    void theStyleSheetNamesNoUnknownColour_data();
    void theStyleSheetNamesNoUnknownColour();

private:
    static void addPairs(const QList<std::pair<Colour, Colour>> &pairs);
};

void TestTokens::addPairs(const QList<std::pair<Colour, Colour>> &pairs)
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        for (const auto &[ink, ground] : pairs)
            QTest::addRow("%s %d on %d", scheme == Scheme::Dark ? "dark" : "light", int(ink),
                          int(ground))
                << ui::colour(scheme, ink) << ui::colour(scheme, ground);
    }
}

void TestTokens::contrastIsThatOfTheStandard()
{
    QCOMPARE(qRound(ui::contrast(Qt::black, Qt::white) * 100), 2100);
    QCOMPARE(qRound(ui::contrast(Qt::white, Qt::white) * 100), 100);
    // Published values of the design.
    const auto of = [](Colour ink, Colour ground) {
        return qRound(
            100 * ui::contrast(ui::colour(Scheme::Light, ink), ui::colour(Scheme::Light, ground)));
    };
    QCOMPARE(of(Colour::Text, Colour::Surface), 1779);
    QCOMPARE(of(Colour::Text3, Colour::Bg), 483);
    QCOMPARE(of(Colour::OnPrimary, Colour::Primary), 652);
}

void TestTokens::textCanBeRead_data()
{
    addPairs({{Colour::Text, Colour::Bg},
              {Colour::Text, Colour::Rail},
              {Colour::Text, Colour::Surface},
              {Colour::Text, Colour::Surface2},
              {Colour::Text, Colour::PrimarySoft},
              {Colour::Text, Colour::Border},      // a pressed button
              {Colour::PrimarySoft, Colour::Text}, // what a toast offers
              {Colour::Text2, Colour::Bg},
              {Colour::Text2, Colour::Rail},
              {Colour::Text2, Colour::Surface},
              {Colour::Text2, Colour::Surface2},
              {Colour::Text2, Colour::PrimarySoft},
              {Colour::Text3, Colour::Bg},
              {Colour::Text3, Colour::Surface},
              {Colour::Text3, Colour::Surface2},
              {Colour::Bg, Colour::Text}, // a chosen chip, a tool tip
              {Colour::Primary, Colour::Surface},
              {Colour::Primary, Colour::Bg},
              {Colour::Primary, Colour::PrimarySoft},
              {Colour::OnPrimary, Colour::Primary},
              {Colour::OnPrimary, Colour::PrimaryHover},
              {Colour::OnPrimary, Colour::PrimaryDown},
              {Colour::Success, Colour::Surface},
              {Colour::Success, Colour::SuccessSoft},
              {Colour::Warn, Colour::WarnSoft},
              {Colour::Danger, Colour::Surface},
              {Colour::Danger, Colour::DangerSoft}});
}

void TestTokens::textCanBeRead()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, ground);
    const double contrast = ui::contrast(ink, ground);
    QVERIFY2(contrast >= 4.5, qPrintable(QString::number(contrast)));
}

void TestTokens::edgesCanBeSeen_data()
{
    addPairs({{Colour::BorderStrong, Colour::Surface},
              {Colour::BorderStrong, Colour::Bg},
              {Colour::Focus, Colour::Surface},
              {Colour::Focus, Colour::Bg},
              {Colour::Text, Colour::Bg}, // the ring around a tile or a button
              {Colour::Primary, Colour::Bg}});
}

void TestTokens::edgesCanBeSeen()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, ground);
    const double contrast = ui::contrast(ink, ground);
    QVERIFY2(contrast >= 3, qPrintable(QString::number(contrast)));
}

void TestTokens::tileIconsCanBeRead()
{
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        for (int place = 0; place < ui::TintCount; ++place) {
            const ui::Tint tint = ui::tint(scheme, place);
            QVERIFY(ui::contrast(tint.ink, tint.ground) >= 4.5);
        }
    }
}

void TestTokens::anyPlaceHasATint()
{
    for (const int place :
         {-1, -7, 6, 1000, std::numeric_limits<int>::max(), std::numeric_limits<int>::min()})
        QVERIFY(ui::tint(Scheme::Light, place).ground.isValid());
    QCOMPARE(ui::tint(Scheme::Dark, 6).ink, ui::tint(Scheme::Dark, 0).ink);
}

void TestTokens::schemesDifferInEveryGround()
{
    for (int role = 0; role < int(Colour::Count); ++role)
        QVERIFY(ui::colour(Scheme::Light, Colour(role)) != ui::colour(Scheme::Dark, Colour(role)));
}

void TestTokens::theStyleSheetNamesNoUnknownColour_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::newRow("light") << Scheme::Light;
    QTest::newRow("dark") << Scheme::Dark;
}

void TestTokens::theStyleSheetNamesNoUnknownColour()
{
    QFETCH(Scheme, scheme);
    const QString sheet = ui::styleSheetOf(scheme);
    QVERIFY(!sheet.contains(u'@'));
    QVERIFY(!sheet.contains(u'$'));
    QSet<QString> tokens;
    for (int role = 0; role < int(Colour::Count); ++role)
        tokens.insert(ui::colour(scheme, Colour(role)).name());
    static const QRegularExpression hex(u"#[0-9a-fA-F]{6}"_s);
    for (auto match = hex.globalMatch(sheet); match.hasNext();) {
        const QString name = match.next().captured().toLower();
        QVERIFY2(tokens.contains(name), qPrintable(name));
    }
}

} // namespace tp::test

using tp::test::TestTokens;
TP_TEST(TestTokens)
#include "tst_tokens.moc"

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/guishop.h"
#include "tests/support/testmain.h"
#include "ui/theme/palette.h"

#include <QAction>
#include <QFontInfo>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tp::test {

using ui::Appearance;
using ui::Colour;
using ui::Scheme;

class TestTheme final : public QObject
{
    Q_OBJECT

private slots:
    void theBundledFontIsInUse();
    void digitsAreOfOneWidth();
    void theSchemeFollowsTheChoice();
    void theSameChoiceAgainIsNoChange();
    void aDarkDesktopIsTold_data();
    void aDarkDesktopIsTold();
    void aWindowThatWasSwitchedLooksLikeOneThatWasNot();
    void theRailSwitchesIt();

private:
    static QImage pictureOf(GuiShop &shop);
};

QImage TestTheme::pictureOf(GuiShop &shop)
{
    shop.settle();
    shop.connection.serverLost(Error{ErrorCode::Unavailable, {}, {}});
    shop.settle();
    // A blinking cursor is not what is compared.
    shop.child<QWidget>("productGrid")->setFocus();
    return shop.window->grab().toImage().convertToFormat(QImage::Format_RGB32);
}

void TestTheme::theBundledFontIsInUse()
{
    GuiShop shop(cornerShop());
    if (!QFile::exists(u":/tradepost/fonts/Roboto-Regular.ttf"_s))
        QSKIP("built without the bundled font");
    QCOMPARE(QFontInfo(shop.theme.font(14)).family(), u"Roboto"_s);
    QCOMPARE(shop.theme.font(14).pixelSize(), 14);
    QCOMPARE(shop.theme.font(14, ui::Weight::Medium).weight(), QFont::Medium);
    QCOMPARE(QApplication::font().pixelSize(), 14);
}

void TestTheme::digitsAreOfOneWidth()
{
    GuiShop shop(cornerShop());
    const QFontMetricsF metrics(shop.theme.font(100, ui::Weight::Bold));
    for (char16_t digit = u'1'; digit <= u'9'; ++digit)
        QCOMPARE(metrics.horizontalAdvance(digit), metrics.horizontalAdvance(u'0'));
}

void TestTheme::theSchemeFollowsTheChoice()
{
    GuiShop shop(cornerShop());
    QSignalSpy changed(&shop.theme, &ui::Theme::changed);
    shop.theme.setAppearance(Appearance::Dark);
    QCOMPARE(shop.theme.scheme(), Scheme::Dark);
    QCOMPARE(shop.theme.colour(Colour::Bg), ui::colour(Scheme::Dark, Colour::Bg));
    QCOMPARE(QApplication::palette().color(QPalette::Window), ui::colour(Scheme::Dark, Colour::Bg));
    shop.theme.setAppearance(Appearance::Light);
    QCOMPARE(shop.theme.scheme(), Scheme::Light);
    QCOMPARE(changed.count(), 2);
}

void TestTheme::theSameChoiceAgainIsNoChange()
{
    GuiShop shop(cornerShop());
    QSignalSpy changed(&shop.theme, &ui::Theme::changed);
    shop.theme.setAppearance(Appearance::Light);
    QCOMPARE(changed.count(), 0);
}

void TestTheme::aDarkDesktopIsTold_data()
{
    QTest::addColumn<QColor>("window");
    QTest::addColumn<bool>("isDark");
    QTest::newRow("white") << QColor(Qt::white) << false;
    QTest::newRow("Fusion") << QColor(0xEFEFEF) << false;
    QTest::newRow("Breeze dark") << QColor(0x31363B) << true;
    QTest::newRow("black") << QColor(Qt::black) << true;
}

void TestTheme::aDarkDesktopIsTold()
{
    QFETCH(QColor, window);
    QFETCH(bool, isDark);
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    QCOMPARE(ui::looksDark(palette), isDark);
}

void TestTheme::aWindowThatWasSwitchedLooksLikeOneThatWasNot()
{
    QImage switched;
    {
        GuiShop shop(cornerShop(), true);
        shop.open();
        pictureOf(shop); // Everything was painted light at least once.
        shop.theme.setAppearance(Appearance::Dark);
        switched = pictureOf(shop);
    }
    GuiShop shop(cornerShop(), true);
    shop.theme.setAppearance(Appearance::Dark);
    shop.open();
    QCOMPARE(switched, pictureOf(shop));
}

void TestTheme::theRailSwitchesIt()
{
    GuiShop shop(cornerShop());
    shop.open();
    auto *button = shop.child<QToolButton>("appearanceButton");
    QCOMPARE(button->text(), u"Light"_s);
    shop.child<QAction>("appearanceDark")->trigger();
    QCOMPARE(shop.theme.appearance(), Appearance::Dark);
    QCOMPARE(button->text(), u"Dark"_s);
    shop.child<QAction>("appearanceSystem")->trigger();
    QCOMPARE(shop.theme.appearance(), Appearance::System);
    QVERIFY(shop.child<QAction>("appearanceSystem")->isChecked());
    QVERIFY(!shop.child<QAction>("appearanceDark")->isChecked());
}

} // namespace tp::test

using tp::test::TestTheme;
TP_TEST(TestTheme)
#include "tst_theme.moc"

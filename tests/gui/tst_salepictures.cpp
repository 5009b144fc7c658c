// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/guishop.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QLineEdit>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace tp::test {

/// Pictures of a sale and its payment for a person to look at: TP_GRAB_DIR says where to.
class TestSalePictures final : public QObject
{
    Q_OBJECT

private slots:
    void everyStateIsPainted_data();
    void everyStateIsPainted();

private:
    static void bring(GuiShop &shop, const QString &state);
    static void bringPay(GuiShop &shop, const QString &state);
};

void TestSalePictures::everyStateIsPainted_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<QSize>("size");
    for (const bool isDark : {false, true}) {
        const char *scheme = isDark ? "dark" : "light";
        for (const char *state :
             {"cart", "undo", "discount", "weigh", "unknown", "prefix", "held", "done", "linefocus",
              "keys", "cartgerman", "cartrtl", "pay", "paytyped", "payshort", "payasking",
              "payfailed", "paygerman", "payrtl"})
            QTest::addRow("%s-%s-1366", state, scheme)
                << QString::fromLatin1(state) << isDark << QSize(1366, 768);
        for (const char *state : {"cart", "discount", "pay"}) {
            QTest::addRow("%s-%s-1024", state, scheme)
                << QString::fromLatin1(state) << isDark << QSize(1024, 768);
            QTest::addRow("%s-%s-1920", state, scheme)
                << QString::fromLatin1(state) << isDark << QSize(1920, 1080);
        }
    }
}

void TestSalePictures::bring(GuiShop &shop, const QString &state)
{
    auto *search = shop.child<QLineEdit>("searchField");
    shop.tap({u"Flat white"_s, u"Flat white"_s, u"Butter croissant"_s, u"Chicken sandwich"_s});
    shop.cart.begin(ui::CartEntry::Kind::Note);
    shop.cart.submitEntry(u"no mayo"_s);
    shop.tap({u"Oat latte"_s});
    if (state == u"undo")
        QTest::keyClick(search, Qt::Key_Delete);
    if (state == u"discount") {
        shop.cart.begin(ui::CartEntry::Kind::LineDiscount);
        shop.cart.submitEntry(u"10"_s);
        shop.cart.begin(ui::CartEntry::Kind::CartDiscount);
        shop.cart.submitEntry(u"abc"_s);
    }
    if (state == u"weigh")
        shop.tap({u"Loose tea"_s});
    if (state == u"unknown")
        shop.cart.refuseBarcode(u"4006381333931"_s);
    if (state == u"prefix")
        QTest::keyClicks(search, u"3*"_s);
    if (state == u"held") {
        shop.cart.hold();
        shop.tap({u"Espresso"_s});
    }
    if (state == u"keys")
        QTest::keyClick(search, Qt::Key_F1);
    if (state == u"linefocus") {
        for (int tab = 0; tab < 4; ++tab)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
}

void TestSalePictures::bringPay(GuiShop &shop, const QString &state)
{
    shop.pay.open();
    shop.clock.advance(300);
    if (state == u"paytyped")
        QTest::keyClicks(QApplication::focusWidget(), u"40"_s);
    if (state == u"payshort")
        QTest::keyClicks(QApplication::focusWidget(), u"20"_s);
    if (state == u"payasking") {
        QTest::keyClicks(QApplication::focusWidget(), u"99999"_s);
        shop.pay.complete();
    }
    if (state == u"payfailed") {
        shop.sales.failure = Error{ErrorCode::Internal, {}, {}};
        shop.pay.complete();
        QTRY_VERIFY(!shop.pay.state().notice.isEmpty());
    }
    if (state == u"done") {
        shop.pay.payWith(2);
        QTRY_VERIFY(!shop.pay.state().isOpen());
    }
}

void TestSalePictures::everyStateIsPainted()
{
    QFETCH(QString, state);
    QFETCH(bool, isDark);
    QFETCH(QSize, size);
    const auto language = state.endsWith(u"german") ? QLocale::German : QLocale::English;
    QTranslator words;
    QVERIFY(words.load(QLocale(language), u"tradepost"_s, u"_"_s, u":/tradepost/i18n"_s));
    QCoreApplication::installTranslator(&words);
    QGuiApplication::setLayoutDirection(state.endsWith(u"rtl") ? Qt::RightToLeft : Qt::LeftToRight);
    GuiShop shop(cornerShop() << looseTea());
    shop.theme.setAppearance(isDark ? ui::Appearance::Dark : ui::Appearance::Light);
    shop.open(size);
    bring(shop, state);
    if (state.startsWith(u"pay") || state == u"done")
        bringPay(shop, state);
    shop.settle();
    const QPixmap picture = shop.window->grab();
    QVERIFY(!picture.isNull());
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    const QString folder = qEnvironmentVariable("TP_GRAB_DIR");
    if (!folder.isEmpty()) {
        const QString name = QString::fromLatin1(QTest::currentDataTag()) + u".png"_s;
        QVERIFY(picture.save(QDir(folder).filePath(name)));
    }
}

} // namespace tp::test

using tp::test::TestSalePictures;
TP_TEST(TestSalePictures)
#include "tst_salepictures.moc"

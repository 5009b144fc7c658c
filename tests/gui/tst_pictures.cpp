// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/guishop.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QLineEdit>
#include <QPainter>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace tp::test {

/// Pictures of the window in its states for a person to look at: TP_GRAB_DIR says where to.
class TestPictures final : public QObject
{
    Q_OBJECT

private slots:
    void everyStateIsPainted_data();
    void everyStateIsPainted();
};

void TestPictures::everyStateIsPainted_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<QSize>("size");
    const QSize small(1024, 768);
    const QSize middle(1366, 768);
    const QSize large(1920, 1080);
    for (const bool isDark : {false, true}) {
        const char *scheme = isDark ? "dark" : "light";
        for (const char *state : {"sell", "demo", "offline", "empty", "nomatch", "failed",
                                  "loading", "focus", "keyfocus", "menu", "rtl", "german"})
            QTest::addRow("%s-%s-1366", state, scheme)
                << QString::fromLatin1(state) << isDark << middle;
        QTest::addRow("sell-%s-1024", scheme) << u"sell"_s << isDark << small;
        QTest::addRow("sell-%s-1920", scheme) << u"sell"_s << isDark << large;
    }
}

void TestPictures::everyStateIsPainted()
{
    QFETCH(QString, state);
    QFETCH(bool, isDark);
    QFETCH(QSize, size);

    QTranslator german;
    if (state == u"german") {
        QVERIFY(
            german.load(QLocale(QLocale::German), u"tradepost"_s, u"_"_s, u":/tradepost/i18n"_s));
        QCoreApplication::installTranslator(&german);
    }
    GuiShop shop(state == u"empty" ? QList<ui::ShopProduct>() : cornerShop(), state == u"demo");
    shop.theme.setAppearance(isDark ? ui::Appearance::Dark : ui::Appearance::Light);
    shop.catalogue.holdsAnswers = state == u"loading";
    if (state == u"failed")
        shop.catalogue.failure = Error{ErrorCode::Internal, {}, {}};
    const auto toLeft = state == u"rtl" ? Qt::RightToLeft : Qt::LeftToRight;
    QGuiApplication::setLayoutDirection(toLeft);
    shop.open(size);
    if (state == u"offline" || state == u"german")
        shop.connection.serverLost(Error{ErrorCode::Unavailable, {}, {}});
    if (state == u"nomatch")
        QTest::keyClicks(shop.child<QLineEdit>("searchField"), u"xyz"_s);
    if (state == u"focus") {
        QTest::keyClick(shop.child<QLineEdit>("searchField"), Qt::Key_Down);
        QTest::keyClick(shop.child<QWidget>("productGrid"), Qt::Key_Right);
    }
    if (state == u"keyfocus")
        QTest::keyClick(shop.child<QLineEdit>("searchField"), Qt::Key_Tab);
    if (state == u"loading")
        QTRY_VERIFY(shop.child<QWidget>("skeletonTiles")->isVisible());

    if (state == u"menu")
        QTest::mouseClick(shop.child<QWidget>("appearanceButton"), Qt::LeftButton);
    shop.settle();
    QPixmap picture = shop.window->grab();
    QVERIFY(!picture.isNull());
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    if (state == u"menu") {
        auto *menu = shop.child<QWidget>("appearanceMenu");
        QVERIFY(menu->isVisible());
        QPainter(&picture).drawPixmap(shop.window->mapFromGlobal(menu->pos()), menu->grab());
        menu->hide();
    }
    const QString folder = qEnvironmentVariable("TP_GRAB_DIR");
    if (!folder.isEmpty()) {
        const QString name = QString::fromLatin1(QTest::currentDataTag()) + u".png"_s;
        QVERIFY(picture.save(QDir(folder).filePath(name)));
    }
}

} // namespace tp::test

using tp::test::TestPictures;
TP_TEST(TestPictures)
#include "tst_pictures.moc"

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/guishop.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace tp::test {

/// The languages that ship, put on and taken off while the window stands.
class TestTranslations final : public QObject
{
    Q_OBJECT

private slots:
    void everyLanguageIsBuiltIn();
    void nothingIsLeftUntranslated();
    void theWindowChangesItsLanguageLive();
    void pluralsAreRight_data();
    void pluralsAreRight();
    void aLongLanguageFitsASmallScreen();
};

void TestTranslations::everyLanguageIsBuiltIn()
{
    const QStringList files = QDir(u":/tradepost/i18n"_s).entryList();
    QVERIFY(files.contains(u"tradepost_de.qm"_s));
    QVERIFY(files.contains(u"tradepost_en.qm"_s));
}

void TestTranslations::nothingIsLeftUntranslated()
{
    const QDir folder(QFINDTESTDATA("../../translations"));
    const QStringList names = folder.entryList({u"*.ts"_s});
    QVERIFY(names.size() >= 2);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("unfinished"), qPrintable(name));
    }
}

void TestTranslations::theWindowChangesItsLanguageLive()
{
    GuiShop shop(cornerShop());
    shop.open();
    const auto *title = shop.child<QLabel>("emptyCartTitle");
    QCOMPARE(title->text(), u"Ready for the next sale"_s);

    QTranslator german;
    QVERIFY(german.load(QLocale(QLocale::German), u"tradepost"_s, u"_"_s, u":/tradepost/i18n"_s));
    QVERIFY(QCoreApplication::installTranslator(&german));
    shop.settle();
    QCOMPARE(title->text(), u"Bereit für den nächsten Verkauf"_s);
    QCOMPARE(shop.child<QToolButton>("sellItem")->text(), u"Verkauf"_s);
    QCOMPARE(shop.child<QPushButton>("chipAll")->text(), u"Alle"_s);
    QCOMPARE(shop.child<QToolButton>("appearanceButton")->text(), u"Hell"_s);

    QCoreApplication::removeTranslator(&german);
    shop.settle();
    QCOMPARE(title->text(), u"Ready for the next sale"_s);
}

void TestTranslations::pluralsAreRight_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("text");
    QTest::newRow("en 0") << u"en"_s << 0 << u"0 products"_s;
    QTest::newRow("en 1") << u"en"_s << 1 << u"1 product"_s;
    QTest::newRow("en 2") << u"en"_s << 2 << u"2 products"_s;
    QTest::newRow("de 1") << u"de"_s << 1 << u"1 Artikel"_s;
    QTest::newRow("de 5") << u"de"_s << 5 << u"5 Artikel"_s;
}

void TestTranslations::pluralsAreRight()
{
    QFETCH(QString, language);
    QFETCH(int, count);
    QTranslator translator;
    QVERIFY(translator.load(QLocale(language), u"tradepost"_s, u"_"_s, u":/tradepost/i18n"_s));
    QVERIFY(QCoreApplication::installTranslator(&translator));
    QTEST(ui::ShopText(QLocale(language)).productCount(count), "text");
}

void TestTranslations::aLongLanguageFitsASmallScreen()
{
    QTranslator german;
    QVERIFY(german.load(QLocale(QLocale::German), u"tradepost"_s, u"_"_s, u":/tradepost/i18n"_s));
    QVERIFY(QCoreApplication::installTranslator(&german));
    GuiShop shop(cornerShop(), true);
    shop.open({1024, 720});
    shop.connection.serverLost(Error{ErrorCode::Unavailable, {}, {}});
    shop.settle();
    QVERIFY(shop.window->minimumSizeHint().width() <= 1024);
    QVERIFY(shop.window->minimumSizeHint().height() <= 720);
}

} // namespace tp::test

using tp::test::TestTranslations;
TP_TEST(TestTranslations)
#include "tst_translations.moc"

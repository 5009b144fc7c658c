// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testmain.h"
#include "ui/theme/icons.h"

#include <QDir>
#include <QSvgRenderer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tp::test {

using ui::Icon;

class TestIcons final : public QObject
{
    Q_OBJECT

private slots:
    void everyRoleHasItsDrawing();
    void everyDrawingIsOfOneHand_data();
    void everyDrawingIsOfOneHand();
    void anUnknownNameGivesTheGeneralIcon_data();
    void anUnknownNameGivesTheGeneralIcon();
    void itIsDrawnInTheColourAndSizeAskedFor_data();
    void itIsDrawnInTheColourAndSizeAskedFor();
};

void TestIcons::everyRoleHasItsDrawing()
{
    for (int icon = 0; icon < int(Icon::Count); ++icon)
        QVERIFY2(ui::hasIcon(ui::iconName(Icon(icon))), qPrintable(ui::iconName(Icon(icon))));
}

void TestIcons::everyDrawingIsOfOneHand_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(u":/tradepost/icons"_s);
    const QStringList files = folder.entryList({u"*.svg"_s});
    QVERIFY(files.size() >= 50);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << folder.filePath(file);
}

void TestIcons::everyDrawingIsOfOneHand()
{
    QFETCH(QString, file);
    QFile svg(file);
    QVERIFY(svg.open(QIODevice::ReadOnly));
    const QByteArray text = svg.readAll();
    QVERIFY(text.contains("viewBox=\"0 0 24 24\""));
    QVERIFY(text.contains("stroke=\"currentColor\""));
    QVERIFY(text.contains("stroke-width=\"1.75\""));
    QVERIFY(text.contains("stroke-linecap=\"round\""));
    QVERIFY(!text.contains('#')); // No colour of its own.
    QVERIFY(QSvgRenderer(text).isValid());
}

void TestIcons::anUnknownNameGivesTheGeneralIcon_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("none") << QString();
    QTest::newRow("nobody drew it") << u"submarine"_s;
    QTest::newRow("a path") << u"../fonts/Roboto-Bold"_s;
    QTest::newRow("a file of the disk") << u"/etc/passwd"_s;
    QTest::newRow("long") << QString(100'000, u'x');
    QTest::newRow("not a letter") << QString(QChar::Null) + u"%1\n"_s;
}

void TestIcons::anUnknownNameGivesTheGeneralIcon()
{
    QFETCH(QString, name);
    QVERIFY(!ui::hasIcon(name));
    QCOMPARE(ui::iconPixmap(name, Qt::red, 24, 1).toImage(),
             ui::iconPixmap(u"generic"_s, Qt::red, 24, 1).toImage());
}

void TestIcons::itIsDrawnInTheColourAndSizeAskedFor_data()
{
    QTest::addColumn<QColor>("colour");
    QTest::addColumn<int>("pixels");
    QTest::addColumn<qreal>("ratio");
    QTest::newRow("small") << QColor(0xB3261E) << 16 << 1.0;
    QTest::newRow("quarter more") << QColor(0x2451D6) << 20 << 1.25;
    QTest::newRow("double") << QColor(0x11703C) << 24 << 2.0;
    QTest::newRow("large") << QColor(0x11703C) << 56 << 1.0;
}

void TestIcons::itIsDrawnInTheColourAndSizeAskedFor()
{
    QFETCH(QColor, colour);
    QFETCH(int, pixels);
    QFETCH(qreal, ratio);
    const QPixmap pixmap = ui::iconPixmap(Icon::Sell, colour, pixels, ratio);
    QCOMPARE(pixmap.size(), (QSizeF(pixels, pixels) * ratio).toSize());
    QCOMPARE(pixmap.devicePixelRatio(), ratio);
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    int inked = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() != 255)
                continue;
            ++inked;
            QCOMPARE(image.pixelColor(x, y).rgb(), colour.rgb());
        }
    }
    QVERIFY(inked > 0);
}

} // namespace tp::test

using tp::test::TestIcons;
TP_TEST(TestIcons)
#include "tst_icons.moc"

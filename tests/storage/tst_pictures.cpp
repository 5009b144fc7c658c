// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/fileimagestore.h"
#include "backend/catalogue/thumbnailservice.h"
#include "tests/support/testmain.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using tp::ErrorCode;
using tp::catalogue::FileImageStore;
using tp::catalogue::makeThumbnails;

namespace {

std::string pictureFile(QSize size, const char *format, bool transparent = false)
{
    QImage image(size, transparent ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    image.fill(transparent ? QColor(10, 200, 30, 90) : QColor(200, 30, 10));
    image.setText(u"Secret"_s, u"where it was taken"_s);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes.toStdString();
}

} // namespace

/// A stranger's picture is drawn anew, and kept as a file.
class TestPictures : public QObject
{
    Q_OBJECT

private slots:
    void aPictureIsKeptInTwoSizes_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QSize>("small");
        QTest::addColumn<QSize>("large");
        QTest::newRow("wide") << QSize(2000, 1000) << QSize(160, 80) << QSize(640, 320);
        QTest::newRow("high") << QSize(300, 600) << QSize(80, 160) << QSize(300, 600);
        QTest::newRow("tiny") << QSize(3, 2) << QSize(3, 2) << QSize(3, 2);
        QTest::newRow("a line") << QSize(5000, 1) << QSize(160, 1) << QSize(640, 1);
    }

    void aPictureIsKeptInTwoSizes()
    {
        QFETCH(QSize, size);
        const auto made = makeThumbnails(pictureFile(size, "png"));
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
        QCOMPARE(made->hash.size(), 32u);
        QTEST(made->sizes[0].size, "small");
        QTEST(made->sizes[1].size, "large");
        QImage read;
        QVERIFY(read.loadFromData(made->sizes[0].bytes));
        QCOMPARE(read.size(), made->sizes[0].size);
    }

    void whatIsTransparentStaysSo()
    {
        const auto made = makeThumbnails(pictureFile({700, 700}, "png", true));
        QVERIFY(made);
        QCOMPARE(tp::catalogue::mediaTypeOf(made->sizes[1].bytes), "image/png");
        QImage read;
        QVERIFY(read.loadFromData(made->sizes[1].bytes));
        QVERIFY(read.hasAlphaChannel());
        QVERIFY(read.textKeys().isEmpty());
        const auto jpeg = makeThumbnails(pictureFile({700, 700}, "jpeg"));
        QVERIFY(jpeg);
        QCOMPARE(tp::catalogue::mediaTypeOf(jpeg->sizes[1].bytes), "image/jpeg");
    }

    void otherThingsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("hello");
        QTest::newRow("svg") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>");
        QTest::newRow("only a signature") << QByteArray("\x89PNG\r\n\x1a\n");
        QTest::newRow("bmp") << QByteArray::fromStdString(pictureFile({9, 9}, "bmp"));
        QTest::newRow("cut") << QByteArray::fromStdString(pictureFile({999, 999}, "png")).left(60);
        QByteArray bomb = QByteArray::fromStdString(pictureFile({9, 9}, "png"));
        bomb.replace(16, 8, QByteArray::fromHex("0000ffff0000ffff")); // Its size, a lie.
        QTest::newRow("4 gigapixels") << bomb;
        QTest::newRow("riff") << QByteArray("RIFF\0\0\0\0WAVE", 12);
    }

    void otherThingsAreRefused()
    {
        QFETCH(QByteArray, bytes);
        const auto made = makeThumbnails({bytes.constData(), std::size_t(bytes.size())});
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::UnsupportedImage);
        QVERIFY(!made.error().detail.isEmpty());
    }

    void aFileIsKeptAndFound()
    {
        QTemporaryDir folder;
        FileImageStore store(folder.path() + u"/shop.db.images"_s);
        QVERIFY(!store.find("abcdef", 160)->has_value());
        QVERIFY(store.keep("abcdef", 160, "bytes"));
        QVERIFY(store.keep("abcdef", 160, "bytes"));
        QCOMPARE(store.find("abcdef", 160)->value(), QByteArray("bytes"));
        QVERIFY(!store.find("abcdef", 640)->has_value());
    }

    void aFolderThatCannotBeIsSaid()
    {
        QTemporaryDir folder;
        QFile file(folder.path() + u"/file"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        FileImageStore store(file.fileName());
        const auto kept = store.keep("abcdef", 160, "bytes");
        QVERIFY(!kept);
        QCOMPARE(kept.error().code, ErrorCode::Unavailable);
    }
};

TP_TEST(TestPictures)
#include "tst_pictures.moc"

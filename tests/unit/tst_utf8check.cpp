// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/utf8check.h"
#include "tests/support/testmain.h"

#include <QString>
#include <QStringDecoder>
#include <QTest>

using tp::http::Utf8Check;

namespace {

bool isUtf8(const QByteArray &bytes)
{
    Utf8Check check;
    return check.add({bytes.constData(), std::size_t(bytes.size())}) && check.isWhole();
}

bool isUtf8ByQt(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    return !decoder.hasError() && text.toUtf8() == bytes;
}

} // namespace

/// Text is UTF-8 or it is not, in whatever pieces it comes.
class TestUtf8Check final : public QObject
{
    Q_OBJECT

private slots:
    void everyCharacterIsWholeAtItsLastByteAndNotBefore()
    {
        for (char32_t c = 0; c <= 0x10FFFF; ++c) {
            if (c >= 0xD800 && c <= 0xDFFF)
                continue;
            const QByteArray bytes = QString::fromUcs4(&c, 1).toUtf8();
            Utf8Check check;
            for (qsizetype i = 0; i < bytes.size(); ++i) {
                const bool isGood = check.add({bytes.constData() + i, 1});
                const bool isLast = i + 1 == bytes.size();
                if (!isGood || check.isWhole() != isLast)
                    QFAIL(qPrintable(QStringLiteral("U+%1").arg(uint(c), 4, 16)));
            }
        }
    }

    void everyTwoBytesAreWhatQtSaysTheyAre()
    {
        for (int first = 0; first < 256; ++first) {
            for (int second = 0; second < 256; ++second) {
                const QByteArray bytes = QByteArray() + char(first) + char(second);
                if (isUtf8(bytes) != isUtf8ByQt(bytes))
                    QFAIL(bytes.toHex());
            }
        }
    }

    /// What makes three or four bytes none is known at the second.
    void everyBeginOfALongCharacterIsWhatQtSaysItIs()
    {
        for (int first = 0xE0; first < 256; ++first) {
            for (int second = 0; second < 256; ++second) {
                const QByteArray begun = QByteArray() + char(first) + char(second);
                const QByteArray bytes = begun + QByteArray(first < 0xF0 ? 1 : 2, '\x80');
                Utf8Check check;
                const bool mayGoOn = check.add({begun.constData(), 2});
                if (isUtf8(bytes) != isUtf8ByQt(bytes) || mayGoOn != isUtf8(bytes))
                    QFAIL(bytes.toHex());
            }
        }
    }
};

TP_TEST(TestUtf8Check)
#include "tst_utf8check.moc"

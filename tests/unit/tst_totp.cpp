// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/totp.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <QUrl>
#include <QUrlQuery>

using tp::auth::Totp;

using namespace Qt::StringLiterals;

namespace {

/// That of the test vectors of both RFCs.
const QByteArray RfcSecret = "12345678901234567890";

constexpr qint64 RfcStep = 37'037'037; // 1111111111 s

} // namespace

class TestTotp final : public QObject
{
    Q_OBJECT

private slots:
    void countsAsRfc4226();
    void tellsTheTimeAsRfc6238_data();
    void tellsTheTimeAsRfc6238();
    void aCodeIsGoodAStepEarlyAndAStepLate_data();
    void aCodeIsGoodAStepEarlyAndAStepLate();
    void aCodeIsGoodOnce();
    void afterALaterCodeAnEarlierOneIsNoGood();
    void onlySixPlainDigitsAreACode_data();
    void onlySixPlainDigitsAreACode();
    void leadingZerosCount();
    void anotherSecretHasOtherCodes();
    void writesBase32AsRfc4648_data();
    void writesBase32AsRfc4648();
    void theLinkOfAQrCodeCanBeTakenApart();
};

void TestTotp::countsAsRfc4226()
{
    const char *codes[] = {"755224", "287082", "359152", "969429", "338314",
                           "254676", "287922", "162583", "399871", "520489"};
    for (qint64 count = 0; count < 10; ++count)
        QCOMPARE(Totp::codeAt(RfcSecret, count), QLatin1String(codes[count]));
}

void TestTotp::tellsTheTimeAsRfc6238_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("eightDigits");
    // Appendix B, the rows of SHA-1.
    QTest::newRow("1970") << qint64(59) << u"94287082"_s;
    QTest::newRow("2005") << qint64(1111111109) << u"07081804"_s;
    QTest::newRow("2005, 2 s later") << qint64(1111111111) << u"14050471"_s;
    QTest::newRow("2009") << qint64(1234567890) << u"89005924"_s;
    QTest::newRow("2033") << qint64(2000000000) << u"69279037"_s;
    QTest::newRow("2603") << qint64(20000000000) << u"65353130"_s;
}

void TestTotp::tellsTheTimeAsRfc6238()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, eightDigits);
    const QString code = eightDigits.right(6);
    QCOMPARE(Totp::codeAt(RfcSecret, seconds * 1000 / Totp::StepMs), code);
    QCOMPARE(Totp::stepOf(RfcSecret, code, seconds * 1000, 0), std::optional(seconds / 30));
}

void TestTotp::aCodeIsGoodAStepEarlyAndAStepLate_data()
{
    QTest::addColumn<int>("stepsOff");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("two early") << -2 << false;
    QTest::newRow("one early") << -1 << true;
    QTest::newRow("now") << 0 << true;
    QTest::newRow("one late") << 1 << true;
    QTest::newRow("two late") << 2 << false;
}

void TestTotp::aCodeIsGoodAStepEarlyAndAStepLate()
{
    QFETCH(int, stepsOff);
    QFETCH(bool, isGood);
    const qint64 step = RfcStep + stepsOff;
    const QString code = Totp::codeAt(RfcSecret, step);
    for (const qint64 nowMs : {RfcStep * Totp::StepMs, (RfcStep + 1) * Totp::StepMs - 1}) {
        const auto found = Totp::stepOf(RfcSecret, code, nowMs, 0);
        QCOMPARE(found, isGood ? std::optional(step) : std::nullopt);
    }
}

void TestTotp::aCodeIsGoodOnce()
{
    const qint64 nowMs = RfcStep * Totp::StepMs;
    const QString code = Totp::codeAt(RfcSecret, RfcStep);
    const auto step = Totp::stepOf(RfcSecret, code, nowMs, RfcStep - 1);
    QCOMPARE(step, std::optional(RfcStep));
    QVERIFY(!Totp::stepOf(RfcSecret, code, nowMs, *step));
    QVERIFY(!Totp::stepOf(RfcSecret, code, nowMs + Totp::StepMs, *step));
}

void TestTotp::afterALaterCodeAnEarlierOneIsNoGood()
{
    const qint64 nowMs = RfcStep * Totp::StepMs;
    const auto next = Totp::stepOf(RfcSecret, Totp::codeAt(RfcSecret, RfcStep + 1), nowMs, 0);
    QCOMPARE(next, std::optional(RfcStep + 1));
    QVERIFY(!Totp::stepOf(RfcSecret, Totp::codeAt(RfcSecret, RfcStep), nowMs, *next));
    QVERIFY(!Totp::stepOf(RfcSecret, Totp::codeAt(RfcSecret, RfcStep - 1), nowMs, *next));
}

void TestTotp::onlySixPlainDigitsAreACode_data()
{
    QTest::addColumn<QString>("typed");
    // 050471 would be right.
    for (const QString &typed : {u""_s, u"50471"_s, u"0050471"_s, u"14050471"_s, u"050 471"_s,
                                 u"050471 "_s, u"+50471"_s, u"05047l"_s, u"０５０４７１"_s})
        QTest::newRow(qPrintable(u"'%1'"_s.arg(typed))) << typed;
}

void TestTotp::onlySixPlainDigitsAreACode()
{
    QFETCH(QString, typed);
    QVERIFY(Totp::stepOf(RfcSecret, u"050471"_s, 1111111111000, 0));
    QVERIFY(!Totp::stepOf(RfcSecret, typed, 1111111111000, 0));
}

void TestTotp::leadingZerosCount()
{
    QCOMPARE(Totp::codeAt(RfcSecret, 1234567890 / 30), u"005924"_s);
}

void TestTotp::anotherSecretHasOtherCodes()
{
    QByteArray other = RfcSecret;
    other[19] = '1';
    int same = 0;
    for (qint64 step = 0; step < 1000; ++step)
        same += Totp::codeAt(other, step) == Totp::codeAt(RfcSecret, step) ? 1 : 0;
    QVERIFY(same < 5);
}

void TestTotp::writesBase32AsRfc4648_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QByteArray() << u""_s;
    QTest::newRow("f") << QByteArray("f") << u"MY"_s;
    QTest::newRow("fo") << QByteArray("fo") << u"MZXQ"_s;
    QTest::newRow("foo") << QByteArray("foo") << u"MZXW6"_s;
    QTest::newRow("foob") << QByteArray("foob") << u"MZXW6YQ"_s;
    QTest::newRow("fooba") << QByteArray("fooba") << u"MZXW6YTB"_s;
    QTest::newRow("foobar") << QByteArray("foobar") << u"MZXW6YTBOI"_s;
    QTest::newRow("the secret of the RFCs") << RfcSecret << u"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"_s;
    QTest::newRow("high bits") << QByteArray(20, '\xff') << QString(32, u'7');
    QTest::newRow("no bits") << QByteArray(20, '\0') << QString(32, u'A');
}

void TestTotp::writesBase32AsRfc4648()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QCOMPARE(Totp::base32(bytes), text);
}

void TestTotp::theLinkOfAQrCodeCanBeTakenApart()
{
    const QUrl url(Totp::otpauthUrl(u"Käse & Co: 100%"_s, u"a+b@shop.example"_s, RfcSecret),
                   QUrl::StrictMode);
    QVERIFY(url.isValid());
    QCOMPARE(url.scheme(), u"otpauth"_s);
    QCOMPARE(url.host(), u"totp"_s);
    QCOMPARE(url.path(QUrl::FullyDecoded), u"/Käse & Co: 100%:a+b@shop.example"_s);
    const QUrlQuery query(url);
    QCOMPARE(query.queryItemValue(u"secret"_s), Totp::base32(RfcSecret));
    QCOMPARE(query.queryItemValue(u"issuer"_s, QUrl::FullyDecoded), u"Käse & Co: 100%"_s);
}

TP_TEST(TestTotp)
#include "tst_totp.moc"

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/emailtext.h"
#include "tests/support/testmain.h"

#include <QTest>

using tp::auth::checkedEmail;
using tp::auth::emailKey;

using namespace Qt::StringLiterals;

class TestEmailText final : public QObject
{
    Q_OBJECT

private slots:
    void whatIsTypedHasOneSpelling_data();
    void whatIsTypedHasOneSpelling();
    void aSpellingStaysWhatItIs();
    void whatLooksAlikeInAnotherScriptIsAnother();
    void addressesAreTaken_data();
    void addressesAreTaken();
    void whatIsNoAddressIsRefused_data();
    void whatIsNoAddressIsRefused();
    void itIsCountedInBytes();
};

void TestEmailText::whatIsTypedHasOneSpelling_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("key");
    QTest::newRow("as it is") << u"ada@shop.example"_s << u"ada@shop.example"_s;
    QTest::newRow("capitals") << u"ADA@Shop.EXAMPLE"_s << u"ada@shop.example"_s;
    QTest::newRow("spaces around") << u" \tada@shop.example\n"_s << u"ada@shop.example"_s;
    QTest::newRow("umlauts") << u"JÖRG@KÄSE.example"_s << u"jörg@käse.example"_s;
    QTest::newRow("an umlaut of two parts")
        << u"jo\u0308rg@shop.example"_s << u"jörg@shop.example"_s;
    QTest::newRow("Cyrillic") << u"ИВАН@МАГАЗИН.рф"_s << u"иван@магазин.рф"_s;
    QTest::newRow("Greek") << u"ΝΊΚΗ@SHOP.example"_s << u"νίκη@shop.example"_s;
    QTest::newRow("beyond 16 bits") << u"𐐀@shop.example"_s << u"𐐨@shop.example"_s;
}

void TestEmailText::whatIsTypedHasOneSpelling()
{
    QFETCH(QString, typed);
    QFETCH(QString, key);
    QCOMPARE(emailKey(typed), key);
    const auto checked = checkedEmail(typed, u"/email"_s);
    QVERIFY2(checked, qPrintable(typed));
    QCOMPARE(*checked, key);
}

/// Else somebody could sign up under an address by which nobody finds them.
void TestEmailText::aSpellingStaysWhatItIs()
{
    for (char32_t c = 1; c <= 0x2FFFF; ++c) {
        if (c >= 0xD800 && c < 0xE000)
            continue;
        const QString once = emailKey(u"a"_s + QString::fromUcs4(&c, 1) + u"@shop.example"_s);
        if (emailKey(once) != once)
            QFAIL(qPrintable(u"U+%1"_s.arg(quint32(c), 4, 16, QChar(u'0'))));
    }
}

void TestEmailText::whatLooksAlikeInAnotherScriptIsAnother()
{
    QVERIFY(emailKey(u"ada@shop.example"_s) != emailKey(u"аda@shop.example"_s)); // A Cyrillic а.
    QVERIFY(emailKey(u"ada@shop.example"_s) != emailKey(u"ａda@shop.example"_s));
}

void TestEmailText::addressesAreTaken_data()
{
    QTest::addColumn<QString>("typed");
    for (const QString &typed :
         {u"a@b"_s, u"a+till@shop.example"_s, u"o'hara@shop.example"_s, u"漢字@例え.jp"_s,
          u"𠮷田@shop.example"_s, u"a.b.c@sub.shop.example"_s, u"1@2.3"_s})
        QTest::newRow(qPrintable(typed)) << typed;
}

void TestEmailText::addressesAreTaken()
{
    QFETCH(QString, typed);
    QVERIFY(checkedEmail(typed, u"/email"_s));
}

void TestEmailText::whatIsNoAddressIsRefused_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("nothing") << u""_s;
    QTest::newRow("spaces") << u"   "_s;
    QTest::newRow("no at") << u"ada.shop.example"_s;
    QTest::newRow("two at") << u"ada@shop@example"_s;
    QTest::newRow("at alone") << u"@"_s;
    QTest::newRow("nobody") << u"@shop.example"_s;
    QTest::newRow("nowhere") << u"ada@"_s;
    QTest::newRow("a space inside") << u"ada lovelace@shop.example"_s;
    QTest::newRow("a space that does not break") << u"ada\u00a0l@shop.example"_s;
    QTest::newRow("a space without width") << u"ada\u200b@shop.example"_s;
    QTest::newRow("a hyphen that is not seen") << u"ada\u00ad@shop.example"_s;
    QTest::newRow("a line inside") << u"ada@shop.example\nbcc: eve@x"_s;
    QTest::newRow("a null") << u"ada\0@shop.example"_s;
    QTest::newRow("turned around") << u"ada\u202e@shop.example"_s;
    QTest::newRow("half a character") << u"ada"_s + QChar(0xD800) + u"@shop.example"_s;
    QTest::newRow("a dot first") << u"ada@.shop.example"_s;
    QTest::newRow("a dot last") << u"ada@shop.example."_s;
    QTest::newRow("300 characters") << QString(287, u'a') + u"@shop.example"_s;
    QTest::newRow("255 characters") << QString(242, u'a') + u"@shop.example"_s;
}

void TestEmailText::whatIsNoAddressIsRefused()
{
    QFETCH(QString, typed);
    const auto checked = checkedEmail(typed, u"/email"_s);
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, tp::ErrorCode::InvalidBody);
    QCOMPARE(checked.error().fields.at(0).pointer, u"/email"_s);
}

void TestEmailText::itIsCountedInBytes()
{
    const QString host = u"@shop.example"_s; // 13
    QVERIFY(checkedEmail(QString(241, u'a') + host, u"/email"_s));
    QVERIFY(checkedEmail(QString(120, u'ä') + host, u"/email"_s));
    QVERIFY(!checkedEmail(QString(121, u'ä') + host, u"/email"_s));
}

TP_TEST(TestEmailText)
#include "tst_emailtext.moc"

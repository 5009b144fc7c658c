// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/passwordrules.h"
#include "backend/daemon/identity.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

using tp::ErrorCode;
using tp::auth::PasswordRules;

using namespace Qt::StringLiterals;

namespace {

const PasswordRules &shopRules()
{
    static const PasswordRules rules = tp::daemon::passwordRules();
    return rules;
}

/// What is said of a password; Internal where it is taken.
ErrorCode verdictOn(const QString &password, const QString &email = {})
{
    const auto checked = shopRules().check(password, email, u"/password"_s);
    return checked ? ErrorCode::Internal : checked.error().fields.at(0).code;
}

constexpr ErrorCode Taken = ErrorCode::Internal;

QString repeated(const QString &character, int count)
{
    return character.repeated(count);
}

} // namespace

Q_DECLARE_METATYPE(tp::ErrorCode)

class TestPasswordRules final : public QObject
{
    Q_OBJECT

private slots:
    void lengthIsCountedInCharacters_data();
    void lengthIsCountedInCharacters();
    void nothingIsAskedOfItsComposition();
    void theListHasTenThousand();
    void whatIsUsedMostIsRefusedInAnyCase();
    void whatOnlyLooksLikeItIsTaken();
    void theEmailIsNoPassword();
    void aRefusalNamesTheMemberAndNotThePassword();
    void aPinHasFourToEightDigits_data();
    void aPinHasFourToEightDigits();
};

void TestPasswordRules::lengthIsCountedInCharacters_data()
{
    QTest::addColumn<QString>("character");
    for (const QString &character : {u"z"_s, u"ä"_s, u"ж"_s, u"漢"_s, u"🔑"_s})
        QTest::newRow(qPrintable(character)) << character;
}

void TestPasswordRules::lengthIsCountedInCharacters()
{
    QFETCH(QString, character);
    QCOMPARE(verdictOn({}), ErrorCode::TooShort);
    QCOMPARE(verdictOn(repeated(character, 7)), ErrorCode::TooShort);
    QCOMPARE(verdictOn(repeated(character, 8)), Taken);
    QCOMPARE(verdictOn(repeated(character, 256)), Taken);
    QCOMPARE(verdictOn(repeated(character, 257)), ErrorCode::TooLong);
}

void TestPasswordRules::nothingIsAskedOfItsComposition()
{
    for (const QString &password :
         {u"vbkzqxjw"_s, u"VBKZQXJW"_s, u"83641950275"_s, u"correct horse battery staple"_s,
          u"        x"_s, u"\tpie\nce\0s"_s})
        QCOMPARE(verdictOn(password), Taken);
}

void TestPasswordRules::theListHasTenThousand()
{
    QCOMPARE(shopRules().mostUsedCount(), 10'000);
}

void TestPasswordRules::whatIsUsedMostIsRefusedInAnyCase()
{
    QFile file(u":/auth/most-used-passwords.txt"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    int long8 = 0;
    while (!file.atEnd()) {
        const QString word = QString::fromUtf8(file.readLine().chopped(1));
        QCOMPARE(word, word.toLower());
        const ErrorCode wanted = word.size() < 8 ? ErrorCode::TooShort : ErrorCode::WeakPassword;
        long8 += word.size() < 8 ? 0 : 1;
        QCOMPARE(verdictOn(word), wanted);
        QCOMPARE(verdictOn(word.toUpper()), wanted);
        QString mixed = word;
        mixed[0] = mixed.at(0).toUpper();
        QCOMPARE(verdictOn(mixed), wanted);
    }
    QVERIFY(long8 > 1000);
}

void TestPasswordRules::whatOnlyLooksLikeItIsTaken()
{
    QCOMPARE(verdictOn(u"password"_s), ErrorCode::WeakPassword);
    QCOMPARE(verdictOn(u"password "_s), Taken);
    QCOMPARE(verdictOn(u" password"_s), Taken);
    QCOMPARE(verdictOn(u"passwordpassword!"_s), Taken);
}

void TestPasswordRules::theEmailIsNoPassword()
{
    const QString email = u"ada@shop.example"_s;
    QCOMPARE(verdictOn(email, email), ErrorCode::WeakPassword);
    QCOMPARE(verdictOn(u"Ada@Shop.Example"_s, email), ErrorCode::WeakPassword);
    QCOMPARE(verdictOn(email, u"bob@shop.example"_s), Taken);
    QCOMPARE(verdictOn(email, {}), Taken);
    QCOMPARE(verdictOn(email + u'1', email), Taken);
}

void TestPasswordRules::aRefusalNamesTheMemberAndNotThePassword()
{
    for (const QString &password : {u"sesame"_s, u"password"_s, repeated(u"sesame"_s, 50)}) {
        const auto checked = shopRules().check(password, {}, u"/new_password"_s);
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, ErrorCode::InvalidBody);
        QCOMPARE(checked.error().fields.size(), 1);
        QCOMPARE(checked.error().fields.at(0).pointer, u"/new_password"_s);
        QVERIFY(!checked.error().detail.contains(u"sesame"_s));
    }
}

void TestPasswordRules::aPinHasFourToEightDigits_data()
{
    QTest::addColumn<QString>("pin");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("four") << u"0000"_s << true;
    QTest::newRow("eight") << u"12345678"_s << true;
    QTest::newRow("none") << u""_s << false;
    QTest::newRow("three") << u"123"_s << false;
    QTest::newRow("nine") << u"123456789"_s << false;
    QTest::newRow("a letter") << u"12a4"_s << false;
    QTest::newRow("a sign") << u"-123"_s << false;
    QTest::newRow("a space") << u"123 4"_s << false;
    QTest::newRow("a line") << u"1234\n"_s << false;
    QTest::newRow("digits of another script") << u"١٢٣٤"_s << false;
    QTest::newRow("wide digits") << u"１２３４"_s << false;
}

void TestPasswordRules::aPinHasFourToEightDigits()
{
    QFETCH(QString, pin);
    QFETCH(bool, isGood);
    const auto checked = tp::auth::checkPin(pin, u"/pin"_s);
    QCOMPARE(bool(checked), isGood);
    if (!isGood)
        QCOMPARE(checked.error().fields.at(0).pointer, u"/pin"_s);
}

TP_TEST(TestPasswordRules)
#include "tst_passwordrules.moc"

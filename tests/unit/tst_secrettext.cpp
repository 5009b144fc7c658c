// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/base64url.h"
#include "backend/kernel/secrettext.h"
#include "tests/support/seededrandom.h"
#include "tests/support/testmain.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using tp::isSameSecret;
using tp::newSecret;
using tp::newTypedCode;
using tp::secretHash;
using tp::typedCodeKey;

using namespace Qt::StringLiterals;

namespace {

/// The same byte for ever: for what must not depend on luck.
class OneByte final : public tp::Random
{
public:
    explicit OneByte(quint8 byte) : m_byte(byte) {}
    void fill(std::span<quint8> bytes) override { std::fill(bytes.begin(), bytes.end(), m_byte); }

private:
    quint8 m_byte;
};

} // namespace

class TestSecretText final : public QObject
{
    Q_OBJECT

private slots:
    void aSecretHas256Bits();
    void secretsDiffer();
    void theHashIsSha256();
    void whatIsNearASecretIsNone();
    void aTypedCodeIsMadeForPeople();
    void everyLetterOfACodeIsAsLikely();
    void howACodeIsTypedDoesNotMatter_data();
    void howACodeIsTypedDoesNotMatter();
    void anotherCodeIsAnother();
};

void TestSecretText::aSecretHas256Bits()
{
    OneByte ones(0xff);
    QCOMPARE(newSecret(ones), std::string("__________________________________________8"));
    tp::test::SeededRandom random(1);
    const auto bytes = tp::auth::decodeBase64Url(newSecret(random));
    QVERIFY(bytes);
    QCOMPARE(bytes->size(), std::size_t(32));
}

void TestSecretText::secretsDiffer()
{
    tp::test::SeededRandom random(1);
    QSet<QByteArray> seen;
    for (int i = 0; i < 1000; ++i)
        seen.insert(QByteArray::fromStdString(newSecret(random)));
    QCOMPARE(seen.size(), 1000);
}

void TestSecretText::theHashIsSha256()
{
    // FIPS 180-2, appendix B.1
    QCOMPARE(secretHash("abc"),
             std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    QVERIFY(secretHash("abc") != secretHash("abC"));
    QVERIFY(secretHash(std::string_view("a\0b", 3)) != secretHash("a"));
}

void TestSecretText::whatIsNearASecretIsNone()
{
    OneByte filler(0xFB); // Spelled with the letters in which base64url differs.
    const std::string secret = newSecret(filler);
    const std::string hash = secretHash(secret);
    QVERIFY(secret.find('-') != std::string::npos);
    QVERIFY(isSameSecret(secretHash(secret), hash));
    for (const std::string &other : {secret + '=', secret.substr(1), std::string(), hash})
        QVERIFY(!isSameSecret(secretHash(other), hash));
    QVERIFY(isSameSecret("", ""));
    QVERIFY(!isSameSecret(hash, ""));
    QVERIFY(!isSameSecret(hash, hash.substr(1)));
    for (std::size_t i = 0; i < hash.size(); ++i) {
        std::string other = hash;
        other[i] = other[i] == '0' ? '1' : '0';
        QVERIFY(!isSameSecret(other, hash));
    }
}

void TestSecretText::aTypedCodeIsMadeForPeople()
{
    auto random = tp::test::SeededRandom::fresh();
    static const QRegularExpression shape(
        u"\\A[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}\\z"_s);
    QSet<QString> seen;
    for (int i = 0; i < 10'000; ++i) {
        const QString code = QString::fromStdString(newTypedCode(random));
        QVERIFY2(shape.match(code).hasMatch(), qPrintable(code));
        seen.insert(code);
    }
    QCOMPARE(seen.size(), 10'000);
}

void TestSecretText::everyLetterOfACodeIsAsLikely()
{
    tp::test::SeededRandom random(1);
    QMap<char, int> counts;
    constexpr int Codes = 31'000;
    for (int i = 0; i < Codes; ++i) {
        for (const char c : typedCodeKey(newTypedCode(random)))
            ++counts[c];
    }
    QCOMPARE(counts.size(), 31);
    for (const int count : counts) // 12,000 each, give or take six deviations
        QVERIFY2(qAbs(count - Codes * 12 / 31) < 660, qPrintable(QString::number(count)));
}

void TestSecretText::howACodeIsTypedDoesNotMatter_data()
{
    QTest::addColumn<QByteArray>("typed");
    for (const char *typed : {"7KQF-2M9D-XW4P", "7kqf-2m9d-xw4p", "7KQF2M9DXW4P", "7kqf 2m9d xw4p",
                              " 7KQF-2M9D-XW4P ", "7-K-Q-F-2-M-9-D-X-W-4-P"})
        QTest::newRow(typed) << QByteArray(typed);
}

void TestSecretText::howACodeIsTypedDoesNotMatter()
{
    QFETCH(QByteArray, typed);
    QCOMPARE(typedCodeKey(typed.toStdString()), std::string("7KQF2M9DXW4P"));
}

void TestSecretText::anotherCodeIsAnother()
{
    QCOMPARE(typedCodeKey(""), std::string());
    QCOMPARE(typedCodeKey("- -"), std::string());
    QVERIFY(typedCodeKey("7KQF-2M9D-XW4Q") != typedCodeKey("7KQF-2M9D-XW4P"));
    QVERIFY(typedCodeKey("7KQF\t2M9D\nXW4P") != typedCodeKey("7KQF-2M9D-XW4P"));
    QVERIFY(typedCodeKey("ä") != typedCodeKey("Ä"));
}

TP_TEST(TestSecretText)
#include "tst_secrettext.moc"

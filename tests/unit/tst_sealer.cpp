// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/base64url.h"
#include "backend/auth/sealer.h"
#include "tests/support/seededrandom.h"
#include "tests/support/testmain.h"

#include <QSet>
#include <QTest>

using tp::auth::decodeBase64Url;
using tp::auth::encodeBase64Url;
using tp::auth::Sealer;

namespace {

Sealer::Key keyOf(quint8 byte)
{
    Sealer::Key key{};
    key.fill(byte);
    return key;
}

const std::string SealedSecret = "a secret of some length";

} // namespace

class TestSealer final : public QObject
{
    Q_OBJECT

private slots:
    void whatIsSealedCanBeOpened();
    void theSecretDoesNotShow();
    void theSameIsNeverSealedTwiceAlike();
    void anotherKeyOpensNothing();
    void itIsBoundToWhatItIs();
    void aChangeOfAnyBitIsFound();
    void aPieceOpensNothing();
    void whatIsNotBase64UrlOpensNothing();
    void keysForOtherThingsDiffer();
};

void TestSealer::whatIsSealedCanBeOpened()
{
    auto random = tp::test::SeededRandom::fresh();
    const Sealer sealer(keyOf(1));
    for (std::size_t size = 0; size < 100; ++size) {
        std::string secret(size, '\0');
        for (char &c : secret)
            c = char(random.below(256));
        QCOMPARE(sealer.open(sealer.seal(secret, "what", random), "what"), std::optional(secret));
    }
}

void TestSealer::theSecretDoesNotShow()
{
    tp::test::SeededRandom random(1);
    const std::string sealed = Sealer(keyOf(1)).seal(SealedSecret, "what", random);
    QCOMPARE(sealed.find(SealedSecret), std::string::npos);
    QCOMPARE(decodeBase64Url(sealed)->find(SealedSecret), std::string::npos);
}

void TestSealer::theSameIsNeverSealedTwiceAlike()
{
    tp::test::SeededRandom random(1);
    const Sealer sealer(keyOf(1));
    QSet<QByteArray> seen;
    for (int i = 0; i < 1000; ++i)
        seen.insert(QByteArray::fromStdString(sealer.seal(SealedSecret, "what", random)));
    QCOMPARE(seen.size(), 1000);
}

void TestSealer::anotherKeyOpensNothing()
{
    tp::test::SeededRandom random(1);
    const std::string sealed = Sealer(keyOf(1)).seal(SealedSecret, "what", random);
    QVERIFY(!Sealer(keyOf(2)).open(sealed, "what"));
    Sealer::Key close = keyOf(1);
    close[31] ^= 0x80;
    QVERIFY(!Sealer(close).open(sealed, "what"));
}

void TestSealer::itIsBoundToWhatItIs()
{
    tp::test::SeededRandom random(1);
    const Sealer sealer(keyOf(1));
    const std::string sealed = sealer.seal(SealedSecret, "totp 1", random);
    for (const char *what : {"totp 2", "totp 11", "totp ", "signing_key 1", ""})
        QVERIFY(!sealer.open(sealed, what));
    QVERIFY(sealer.open(sealed, "totp 1"));
}

void TestSealer::aChangeOfAnyBitIsFound()
{
    tp::test::SeededRandom random(1);
    const Sealer sealer(keyOf(1));
    const std::string bytes = *decodeBase64Url(sealer.seal(SealedSecret, "what", random));
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string changed = bytes;
            changed[at] = char(changed[at] ^ (1 << bit));
            QVERIFY(!sealer.open(encodeBase64Url(changed), "what"));
        }
    }
}

void TestSealer::aPieceOpensNothing()
{
    tp::test::SeededRandom random(1);
    const Sealer sealer(keyOf(1));
    const std::string bytes = *decodeBase64Url(sealer.seal(SealedSecret, "what", random));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        QVERIFY(!sealer.open(encodeBase64Url(bytes.substr(0, size)), "what"));
        QVERIFY(!sealer.open(encodeBase64Url(bytes.substr(bytes.size() - size)), "what"));
    }
    QVERIFY(!sealer.open(encodeBase64Url(bytes + '\0'), "what"));
}

void TestSealer::whatIsNotBase64UrlOpensNothing()
{
    const Sealer sealer(keyOf(1));
    for (const std::string &sealed : {std::string(), std::string("="), std::string(80, '!'),
                                      std::string(80, '\0'), std::string(81, 'A')})
        QVERIFY(!sealer.open(sealed, "what"));
}

void TestSealer::keysForOtherThingsDiffer()
{
    const std::string one = Sealer(keyOf(1)).keyFor("one");
    QCOMPARE(one.size(), Sealer::KeyBytes);
    QCOMPARE(one, Sealer(keyOf(1)).keyFor("one"));
    QVERIFY(one != Sealer(keyOf(1)).keyFor("other"));
    QVERIFY(one != Sealer(keyOf(2)).keyFor("one"));
    QVERIFY(one != std::string(Sealer::KeyBytes, '\1'));
}

TP_TEST(TestSealer)
#include "tst_sealer.moc"

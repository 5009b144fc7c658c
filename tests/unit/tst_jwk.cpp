// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/base64url.h"
#include "backend/auth/jwk.h"
#include "tests/support/issuerkey.h"
#include "tests/support/seededrandom.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

using tp::auth::encodeBase64Url;
using tp::auth::Jwk;
using tp::auth::JwkSet;
using tp::auth::Jwt;
using tp::auth::keyFor;
using tp::auth::parseJwkSet;
using tp::auth::parseJwt;
using tp::auth::verifySignature;
using tp::test::IssuerKey;

namespace {

constexpr char PayloadOfRfc7515[] =
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVl"
    "fQ";

std::string setOf(std::initializer_list<std::string> keys)
{
    std::string text = R"({"keys":[)";
    for (const std::string &key : keys)
        text += (text.ends_with('[') ? "" : ",") + key;
    return text + "]}";
}

JwkSet keysOf(std::initializer_list<std::string> keys)
{
    const auto parsed = parseJwkSet(setOf(keys));
    return parsed ? *parsed : JwkSet();
}

bool isSigned(const Jwt &jwt, const Jwk &key)
{
    return verifySignature(jwt.alg, key, jwt.signingInput, jwt.signature);
}

std::string hmacOf(const std::string &key, const std::string &input)
{
    std::string mac(32, '\0');
    unsigned size = 0;
    HMAC(EVP_sha256(), key.data(), int(key.size()),
         reinterpret_cast<const unsigned char *>(input.data()), input.size(),
         reinterpret_cast<unsigned char *>(mac.data()), &size);
    return mac;
}

} // namespace

/// Keys of issuers, and what they signed.
class TestJwk final : public QObject
{
    Q_OBJECT

private slots:
    void checksTheExamplesOfRfc7515_data();
    void checksTheExamplesOfRfc7515();
    void checksWhatOpenSslSigned();
    void refusesWhatAnotherKeySigned();
    void refusesEveryChangedByte();
    void anAlgorithmBelongsToItsKey();
    void anHmacOfThePublicKeyIsNoSignature();
    void refusesOtherFormsOfAnEcSignature();
    void leavesNoErrorsOnTheThread();
    void skipsKeysThatItCannotUse_data();
    void skipsKeysThatItCannotUse();
    void keepsTheGoodKeysBesideBadOnes();
    void refusesWhatIsNoSet_data();
    void refusesWhatIsNoSet();
    void findsTheKeyThatATokenNames();
    void aTokenWithoutAKidNeedsAnOnlyKey();

private:
    const IssuerKey m_rsa = IssuerKey::rsa();
    const IssuerKey m_ec = IssuerKey::ec();
};

void TestJwk::checksTheExamplesOfRfc7515_data()
{
    QTest::addColumn<QByteArray>("jwk");
    QTest::addColumn<QByteArray>("token");
    const QByteArray payload(PayloadOfRfc7515);
    QTest::newRow("A.2, RS256")
        << QByteArray(R"({"kty":"RSA","e":"AQAB","n":")"
                      "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrc"
                      "S2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGz"
                      "jb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xs"
                      "mtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8"
                      "q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ\"}")
        << "eyJhbGciOiJSUzI1NiJ9." + payload +
               ".cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5Y"
               "Kt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_"
               "nZLgrnbyTyWzO75vRK5h6xBA"
               "rLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-"
               "eOkHWEsqtFZESc6BfI7"
               "noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_"
               "IoypGlU"
               "PQGe77Rw";
    QTest::newRow("A.3, ES256")
        << QByteArray(R"({"kty":"EC","crv":"P-256",)"
                      R"("x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",)"
                      R"("y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"})")
        << "eyJhbGciOiJFUzI1NiJ9." + payload +
               ".DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6"
               "NU1Q";
}

void TestJwk::checksTheExamplesOfRfc7515()
{
    QFETCH(QByteArray, jwk);
    QFETCH(QByteArray, token);
    const JwkSet keys = keysOf({jwk.toStdString()});
    QCOMPARE(keys.size(), std::size_t(1));
    const auto jwt = parseJwt(token.toStdString());
    QVERIFY(jwt);
    QVERIFY(isSigned(*jwt, keys.front()));
}

void TestJwk::checksWhatOpenSslSigned()
{
    const JwkSet keys = keysOf({m_rsa.jwk("r"), m_ec.jwk("e")});
    QCOMPARE(keys.size(), std::size_t(2));
    QVERIFY(isSigned(*parseJwt(m_rsa.token(R"({"alg":"RS256"})", "{}")), keys[0]));
    // r and s are shorter than 32 bytes once in a while.
    for (int i = 0; i < 600; ++i) {
        const auto jwt =
            parseJwt(m_ec.token(R"({"alg":"ES256"})", R"({"n":)" + std::to_string(i) + "}"));
        QVERIFY(isSigned(*jwt, keys[1]));
    }
}

void TestJwk::refusesWhatAnotherKeySigned()
{
    const JwkSet keys = keysOf({IssuerKey::rsa().jwk("r"), IssuerKey::ec().jwk("e")});
    QVERIFY(!isSigned(*parseJwt(m_rsa.token(R"({"alg":"RS256"})", "{}")), keys[0]));
    QVERIFY(!isSigned(*parseJwt(m_ec.token(R"({"alg":"ES256"})", "{}")), keys[1]));
}

void TestJwk::refusesEveryChangedByte()
{
    const JwkSet keys = keysOf({m_rsa.jwk("r"), m_ec.jwk("e")});
    const Jwt tokens[] = {*parseJwt(m_rsa.token(R"({"alg":"RS256"})", R"({"a":1})")),
                          *parseJwt(m_ec.token(R"({"alg":"ES256"})", R"({"a":1})"))};
    for (std::size_t which = 0; which < 2; ++which) {
        for (std::size_t i = 0; i < tokens[which].signature.size(); ++i) {
            Jwt changed = tokens[which];
            changed.signature[i] = char(changed.signature[i] ^ 1);
            QVERIFY(!isSigned(changed, keys[which]));
        }
        for (std::size_t i = 0; i < tokens[which].signingInput.size(); ++i) {
            Jwt changed = tokens[which];
            changed.signingInput[i] = char(changed.signingInput[i] ^ 1);
            QVERIFY(!isSigned(changed, keys[which]));
        }
    }
}

void TestJwk::anAlgorithmBelongsToItsKey()
{
    const JwkSet keys = keysOf({m_rsa.jwk("r"), m_ec.jwk("e")});
    const std::string input = "input";
    QVERIFY(verifySignature("RS256", keys[0], input, m_rsa.sign(input)));
    QVERIFY(verifySignature("ES256", keys[1], input, m_ec.sign(input)));
    for (const char *alg : {"ES256", "HS256", "none", "RS512", "PS256", "rs256", ""})
        QVERIFY(!verifySignature(alg, keys[0], input, m_rsa.sign(input)));
    for (const char *alg : {"RS256", "HS256", "none", "ES384", "EdDSA", "es256", ""})
        QVERIFY(!verifySignature(alg, keys[1], input, m_ec.sign(input)));
    QVERIFY(!verifySignature("RS256", keys[1], input, m_ec.signDer(input)));
}

void TestJwk::anHmacOfThePublicKeyIsNoSignature()
{
    const JwkSet keys = keysOf({m_rsa.jwk("k")});
    const std::string input =
        encodeBase64Url(R"({"alg":"HS256","kid":"k"})") + '.' + encodeBase64Url("{}");
    const std::string forged = input + '.' + encodeBase64Url(hmacOf(m_rsa.pem(), input));
    const auto jwt = parseJwt(forged);
    QVERIFY(jwt);
    QVERIFY(!tp::auth::isKnownAlgorithm(jwt->alg));
    QCOMPARE(keyFor(keys, *jwt), nullptr);
    QVERIFY(!isSigned(*jwt, keys.front()));
}

void TestJwk::refusesOtherFormsOfAnEcSignature()
{
    const Jwk key = keysOf({m_ec.jwk("e")}).front();
    const std::string input = "input";
    const std::string good = m_ec.sign(input);
    const std::string zeros(32, '\0');
    const std::string ones(32, '\xff');
    QVERIFY(verifySignature("ES256", key, input, good));
    for (const std::string &bad :
         {std::string(), good.substr(0, 63), good + '\0', '\0' + good, good.substr(0, 32),
          good + good, m_ec.signDer(input), zeros + zeros, ones + ones, zeros + good.substr(32),
          good.substr(0, 32) + zeros})
        QVERIFY(!verifySignature("ES256", key, input, bad));
}

void TestJwk::leavesNoErrorsOnTheThread()
{
    ERR_clear_error();
    const JwkSet keys = keysOf({m_rsa.jwk("r"), m_ec.jwk("e"), R"({"kty":"RSA","n":"AA"})"});
    QVERIFY(!verifySignature("RS256", keys[0], "input", std::string(256, '\x01')));
    QVERIFY(!verifySignature("ES256", keys[1], "input", std::string(64, '\xff')));
    QCOMPARE(ERR_peek_error(), 0UL);
}

void TestJwk::skipsKeysThatItCannotUse_data()
{
    QTest::addColumn<QByteArray>("jwk");
    auto row = [](const char *name, const std::string &jwk) {
        QTest::newRow(name) << QByteArray::fromStdString(jwk);
    };
    row("for encryption", m_rsa.jwk("k", R"(,"use":"enc")"));
    row("use is a list", m_rsa.jwk("k", R"(,"use":["sig"])"));
    row("of another algorithm", m_rsa.jwk("k", R"(,"alg":"PS256")"));
    row("of the other kind's algorithm", m_rsa.jwk("k", R"(,"alg":"ES256")"));
    row("for wrapping", m_ec.jwk("k", R"(,"key_ops":["deriveKey"])"));
    row("operations are a text", m_ec.jwk("k", R"(,"key_ops":"verify")"));
    row("with its private half", m_ec.jwk("k", R"(,"d":"AAAA")"));
    row("RSA of 1024 bits", IssuerKey::rsa(1024).jwk("k"));
    row("another curve", IssuerKey::ec("P-384").jwk("k"));
    row("symmetric", R"({"kty":"oct","k":"AAAA","kid":"k"})");
    row("Ed25519", R"({"kty":"OKP","crv":"Ed25519","x":"AAAA"})");
    row("no type", R"({"kid":"k"})");
    row("nothing", "{}");
    row("a text", R"("key")");
    row("RSA without numbers", R"({"kty":"RSA"})");
    row("RSA of zeros", R"({"kty":"RSA","n":")" + std::string(344, 'A') + R"(","e":"AQAB"})");
    row("RSA with e = 1",
        R"({"kty":"RSA","e":"AQ","n":")" + encodeBase64Url(std::string(256, '\xff')) + "\"}");
    row("RSA with a huge e", R"({"kty":"RSA","e":")" + encodeBase64Url(std::string(64, '\x01')) +
                                 R"(","n":")" + encodeBase64Url(std::string(256, '\xff')) + "\"}");
    row("RSA that is huge",
        R"({"kty":"RSA","e":"AQAB","n":")" + encodeBase64Url(std::string(4096, '\xff')) + "\"}");
    row("beside the curve", R"({"kty":"EC","crv":"P-256","x":")" +
                                encodeBase64Url(std::string(32, '\x01')) + R"(","y":")" +
                                encodeBase64Url(std::string(32, '\x02')) + "\"}");
    row("a short coordinate", R"({"kty":"EC","crv":"P-256","x":"AAAA","y":")" +
                                  encodeBase64Url(std::string(32, '\x02')) + "\"}");
}

void TestJwk::skipsKeysThatItCannotUse()
{
    QFETCH(QByteArray, jwk);
    const auto keys = parseJwkSet(setOf({jwk.toStdString()}));
    QVERIFY(keys);
    QVERIFY(keys->empty());
}

void TestJwk::keepsTheGoodKeysBesideBadOnes()
{
    const JwkSet keys =
        keysOf({R"({"kty":"oct"})", m_rsa.jwk("r", R"(,"use":"sig","alg":"RS256","x5c":["x"])"),
                "7", m_ec.jwk("e", R"(,"key_ops":["sign","verify"])")});
    QCOMPARE(keys.size(), std::size_t(2));
    QCOMPARE(keys[0].kid, std::string("r"));
    QVERIFY(keys[0].kind == Jwk::Kind::Rsa);
    QCOMPARE(keys[1].kid, std::string("e"));
    QVERIFY(keys[1].kind == Jwk::Kind::P256);
}

void TestJwk::refusesWhatIsNoSet_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json :
         {"", "[]", "{}", "{\"keys\":{}}", "{\"keys\":1}", "<html>", "{\"keys\":["})
        QTest::newRow(json) << QByteArray(json);
}

void TestJwk::refusesWhatIsNoSet()
{
    QFETCH(QByteArray, json);
    QVERIFY(!parseJwkSet(json.toStdString()));
}

void TestJwk::findsTheKeyThatATokenNames()
{
    const JwkSet keys = keysOf({m_rsa.jwk("a"), m_ec.jwk("a"), m_ec.jwk("b")});
    Jwt jwt;
    jwt.kid = "a";
    jwt.alg = "ES256";
    QCOMPARE(keyFor(keys, jwt), &keys[1]);
    jwt.alg = "RS256";
    QCOMPARE(keyFor(keys, jwt), &keys[0]);
    jwt.kid = "b";
    QCOMPARE(keyFor(keys, jwt), nullptr);
    jwt.kid = "c";
    jwt.alg = "ES256";
    QCOMPARE(keyFor(keys, jwt), nullptr);
}

void TestJwk::aTokenWithoutAKidNeedsAnOnlyKey()
{
    Jwt jwt;
    jwt.alg = "ES256";
    const JwkSet one = keysOf({m_rsa.jwk("a"), m_ec.jwk("b")});
    QCOMPARE(keyFor(one, jwt), &one[1]);
    const JwkSet two = keysOf({m_ec.jwk("a"), m_ec.jwk("b")});
    QCOMPARE(keyFor(two, jwt), nullptr);
}

TP_TEST(TestJwk)
#include "tst_jwk.moc"

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/base64url.h"
#include "tests/support/testmain.h"
#include "tests/unit/mintedtokens.h"

#include <QMessageAuthenticationCode>
#include <QTest>

using tp::Role;
using tp::auth::decodeBase64Url;
using tp::auth::encodeBase64Url;
using tp::auth::KeyRing;
using tp::auth::SigningKey;
using tp::test::MintedTokens;
using tp::test::withMember;

using namespace Qt::StringLiterals;

namespace {

struct TokenParts
{
    std::string header;
    std::string body;
    std::string signature;

    std::string joined() const { return header + '.' + body + '.' + signature; }
};

TokenParts partsOf(const std::string &token)
{
    const std::size_t first = token.find('.');
    const std::size_t second = token.rfind('.');
    return {token.substr(0, first), token.substr(first + 1, second - first - 1),
            token.substr(second + 1)};
}

QByteArray quoted(const std::string &text)
{
    return '"' + QByteArray::fromStdString(text) + '"';
}

std::string publicBytes(const SigningKey &key)
{
    return {reinterpret_cast<const char *>(key.publicKey.data()), key.publicKey.size()};
}

/// S plus the order of the group: the same point, written otherwise (RFC 8032 5.1.7 forbids it).
std::string withLargerS(std::string signature)
{
    static constexpr quint8 Order[32] = {0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58,
                                         0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
                                         0,    0,    0,    0,    0,    0,    0,    0,
                                         0,    0,    0,    0,    0,    0,    0,    0x10};
    unsigned carry = 0;
    for (std::size_t i = 0; i < 32; ++i) {
        carry += quint8(signature[32 + i]) + Order[i];
        signature[32 + i] = char(carry & 0xff);
        carry >>= 8;
    }
    return signature;
}

} // namespace

class TestHostileTokens final : public QObject
{
    Q_OBJECT

private slots:
    void anyOtherCharacterIsRefused();
    void anyOtherBitOfTheSignatureIsRefused();
    void aSignatureHasOneSpelling();
    void aCutTokenIsRefused();
    void partsOfTwoTokensAreNoToken();
    void theKeyOfAnotherShopIsRefused();
    void aTokenOfAnotherShopIsRefused();
    void anUnsignedTokenIsRefused();
    void ourPublicKeyIsNobodysSecret();
    void hostileHeadersAreRefused_data();
    void hostileHeadersAreRefused();
    void hostileClaimsAreRefused_data();
    void hostileClaimsAreRefused();
};

void TestHostileTokens::anyOtherCharacterIsRefused()
{
    MintedTokens shop;
    const std::string good = shop.token();
    for (std::size_t at = 0; at < good.size(); ++at) {
        for (const char other : {'A', 'B', '_', '.', '=', ' ', '\0', char(good[at] ^ 1)}) {
            std::string changed = good;
            changed[at] = other;
            QVERIFY2(other == good[at] || !shop.isGood(changed), qPrintable(QString::number(at)));
        }
    }
    QVERIFY(shop.isGood(good));
}

void TestHostileTokens::anyOtherBitOfTheSignatureIsRefused()
{
    MintedTokens shop;
    TokenParts parts = partsOf(shop.token());
    const std::string signature = *decodeBase64Url(parts.signature);
    for (std::size_t bit = 0; bit < signature.size() * 8; ++bit) {
        std::string changed = signature;
        changed[bit / 8] = char(changed[bit / 8] ^ (1 << (bit % 8)));
        parts.signature = encodeBase64Url(changed);
        QVERIFY(!shop.isGood(parts.joined()));
    }
    for (const std::string &other : {std::string(64, '\0'), std::string(64, '\xff'),
                                     signature + '\0', signature.substr(1), std::string("\0", 1)}) {
        parts.signature = encodeBase64Url(other);
        QVERIFY(!shop.isGood(parts.joined()));
    }
}

void TestHostileTokens::aSignatureHasOneSpelling()
{
    MintedTokens shop;
    TokenParts parts = partsOf(shop.token());
    parts.signature = encodeBase64Url(withLargerS(*decodeBase64Url(parts.signature)));
    QVERIFY(!shop.isGood(parts.joined()));
}

void TestHostileTokens::aCutTokenIsRefused()
{
    MintedTokens shop;
    const std::string good = shop.token();
    for (std::size_t size = 0; size < good.size(); ++size) {
        QVERIFY(!shop.isGood(good.substr(0, size)));
        QVERIFY(!shop.isGood(good.substr(good.size() - size)));
    }
    QVERIFY(!shop.isGood(good + 'A'));
    QVERIFY(!shop.isGood(good + '.'));
    QVERIFY(!shop.isGood(good + good));
    QVERIFY(!shop.isGood(std::string(9000, 'A')));
}

void TestHostileTokens::partsOfTwoTokensAreNoToken()
{
    MintedTokens shop;
    const TokenParts weak = partsOf(shop.token(shop.claims({Role::Customer})));
    const TokenParts strong = partsOf(shop.token(shop.claims({Role::Admin})));
    QVERIFY(shop.isGood(weak.joined()));
    QVERIFY(shop.isGood(strong.joined()));
    QVERIFY(!shop.isGood(TokenParts{weak.header, strong.body, weak.signature}.joined()));
    QVERIFY(!shop.isGood(TokenParts{weak.header, weak.body, strong.signature}.joined()));
    QVERIFY(!shop.isGood(TokenParts{weak.body, weak.header, weak.signature}.joined()));
    QVERIFY(!shop.isGood(TokenParts{weak.header, weak.signature, weak.body}.joined()));
}

void TestHostileTokens::theKeyOfAnotherShopIsRefused()
{
    MintedTokens shop;
    SigningKey other = SigningKey::make(shop.random);
    QVERIFY(!shop.isGood(tp::auth::accessToken(*shop.keys.ring(), other, shop.claims())));
    other.kid = shop.key.kid; // It claims to be ours.
    QVERIFY(!shop.isGood(tp::auth::accessToken(*shop.keys.ring(), other, shop.claims())));
}

void TestHostileTokens::aTokenOfAnotherShopIsRefused()
{
    // Another name and the same key, as after a database was copied.
    MintedTokens shop;
    const KeyRing copy("01900000-0000-7000-8000-00000000dcba", {shop.key});
    QVERIFY(!shop.isGood(tp::auth::accessToken(copy, shop.key, shop.claims())));
}

void TestHostileTokens::anUnsignedTokenIsRefused()
{
    MintedTokens shop;
    const std::string body = encodeBase64Url(shop.body().toStdString());
    for (const char *alg : {"none", "None", "NONE", "nOnE"}) {
        const QByteArray header = withMember(shop.header(), "alg", quoted(alg));
        const std::string input = encodeBase64Url(header.toStdString()) + '.' + body;
        QVERIFY(!shop.isGood(input + '.'));
        QVERIFY(!shop.isGood(input + ".AA"));
        QVERIFY(!shop.isGood(shop.signedText(header, shop.body())));
    }
    QVERIFY(!shop.isGood(encodeBase64Url(shop.header().toStdString()) + '.' + body + '.'));
}

void TestHostileTokens::ourPublicKeyIsNobodysSecret()
{
    MintedTokens shop;
    const std::string bytes = publicBytes(shop.key);
    const QByteArray header = withMember(shop.header(), "alg", "\"HS256\"");
    const std::string input =
        encodeBase64Url(header.toStdString()) + '.' + encodeBase64Url(shop.body().toStdString());
    const std::string jwks = shop.keys.ring()->jwks(shop.clock.nowMs());
    for (const std::string &secret : {bytes, encodeBase64Url(bytes), jwks, std::string()}) {
        const QByteArray mac = QMessageAuthenticationCode::hash(QByteArray::fromStdString(input),
                                                                QByteArray::fromStdString(secret),
                                                                QCryptographicHash::Sha256);
        QVERIFY(!shop.isGood(input + '.' + encodeBase64Url(mac.toStdString())));
    }
}

void TestHostileTokens::hostileHeadersAreRefused_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    for (const char *alg : {"HS256", "HS512", "RS256", "PS256", "ES256", "ES256K", "Ed25519",
                            "Ed448", "eddsa", "EDDSA", "EdDSA ", ""})
        QTest::addRow("alg '%s'", alg) << QByteArray("alg") << quoted(alg);
    QTest::newRow("no alg") << QByteArray("alg") << QByteArray();
    for (const char *typ : {"JWT", "jwt", "at+jwt2", "logout+jwt", "secevent+jwt", "dpop+jwt", ""})
        QTest::addRow("typ '%s'", typ) << QByteArray("typ") << quoted(typ);
    QTest::newRow("no typ") << QByteArray("typ") << QByteArray();
    for (const char *kid : {"", "0", "../../dev/null", "' OR 1=1 --"})
        QTest::addRow("kid '%s'", kid) << QByteArray("kid") << quoted(kid);
    QTest::newRow("no kid") << QByteArray("kid") << QByteArray();
    QTest::newRow("crit") << QByteArray("crit") << QByteArray(R"(["exp"])");
    QTest::newRow("crit of nothing") << QByteArray("crit") << QByteArray("[]");
    QTest::newRow("jwk") << QByteArray("jwk")
                         << QByteArray(R"({"kty":"OKP","crv":"Ed25519","x":"AAAA"})");
    for (const char *name : {"jku", "x5u"})
        QTest::newRow(name) << QByteArray(name) << QByteArray(R"("https://evil.example/keys")");
    QTest::newRow("x5c") << QByteArray("x5c") << QByteArray(R"(["AAAA"])");
    QTest::newRow("zip") << QByteArray("zip") << QByteArray(R"("DEF")");
    QTest::newRow("b64") << QByteArray("b64") << QByteArray("false");
}

/// Signed with our own key, so that nothing but the header is wrong.
void TestHostileTokens::hostileHeadersAreRefused()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    MintedTokens shop;
    const QByteArray body = shop.body();
    QVERIFY(shop.isGood(shop.signedText(shop.header(), body)));
    const QByteArray header = withMember(shop.header(), name, value);
    QVERIFY(header != shop.header());
    QVERIFY(!shop.isGood(shop.signedText(header, body)));
}

void TestHostileTokens::hostileClaimsAreRefused_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    for (const char *name : {"iss", "aud", "sub", "sid", "jti", "iat", "nbf", "exp", "roles"})
        QTest::addRow("no %s", name) << QByteArray(name) << QByteArray();
    const auto add = [](const char *name, std::initializer_list<const char *> values) {
        for (const char *value : values)
            QTest::addRow("%s %s", name, value) << QByteArray(name) << QByteArray(value);
    };
    add("iss", {R"("")", R"("tradepost")", "null", "1",
                R"("URN:UUID:01900000-0000-7000-8000-00000000ABCD")",
                R"("urn:uuid:01900000-0000-7000-8000-00000000abcd ")"});
    add("aud", {R"("")", R"("Tradepost")", R"("other")", "null", "[]", R"(["tradepost","other"])",
                R"(["other","tradepost"])", R"(["tradepost","tradepost"])"});
    add("sub", {R"("")", R"("admin")", "null", "7", R"("{01900000-0000-7000-8000-000000000001}")"});
    add("sid", {R"("")", R"("any")", "null", "7"});
    add("jti", {R"("")", R"("1")", "null", "7"});
    add("roles", {R"("admin")", R"(["owner"])", R"(["Admin"])", "null", "[1]", R"([["admin"]])",
                  R"(["cashier",null])", R"({"admin":true})"});
    for (const char *time : {"iat", "nbf", "exp"}) {
        add(time, {"1e400", "-1", "-0", "1e9", "17e8", R"("1767225900")", "null", "true", "[]",
                   R"("2026-12-31T23:59:60Z")", "99999999999999999999", "1767225900000", "0x7fff"});
    }
}

void TestHostileTokens::hostileClaimsAreRefused()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    MintedTokens shop;
    const QByteArray honest = shop.body();
    const QByteArray body = withMember(honest, name, value);
    QVERIFY(body != honest);
    QVERIFY2(!shop.isGood(shop.signedText(shop.header(), body)), body.constData());
}

TP_TEST(TestHostileTokens)
#include "tst_hostiletokens.moc"

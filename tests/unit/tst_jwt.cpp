// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/base64url.h"
#include "backend/auth/jwt.h"
#include "tests/support/seededrandom.h"
#include "tests/support/testmain.h"

#include <QTest>

using tp::auth::checkTimes;
using tp::auth::decodeBase64Url;
using tp::auth::encodeBase64Url;
using tp::auth::hasAudience;
using tp::auth::Jwt;
using tp::auth::JwtBytesMax;
using tp::auth::parseJwt;

using namespace Qt::StringLiterals;

namespace {

std::string tokenOf(const std::string &header, const std::string &claims)
{
    return encodeBase64Url(header) + '.' + encodeBase64Url(claims) + '.' +
           encodeBase64Url("signature");
}

std::string tokenOfClaims(const std::string &claims)
{
    return tokenOf(R"({"alg":"RS256"})", claims);
}

Jwt withTimes(std::optional<qint64> exp, std::optional<qint64> nbf, std::optional<qint64> iat)
{
    Jwt jwt;
    jwt.exp = exp;
    jwt.nbf = nbf;
    jwt.iat = iat;
    return jwt;
}

} // namespace

class TestJwt final : public QObject
{
    Q_OBJECT

private slots:
    void readsTheExampleOfRfc7515();
    void readsWhatATokenSays();
    void readsOneAudienceAndSeveral();
    void looksAwayFromWhatItDoesNotKnow();
    void takesBothTypesInAnyCase_data();
    void takesBothTypesInAnyCase();
    void refusesHeaders_data();
    void refusesHeaders();
    void refusesClaims_data();
    void refusesClaims();
    void refusesOtherForms_data();
    void refusesOtherForms();
    void leavesOffPartsOfASecond();
    void holdsTimesAgainstTheClock_data();
    void holdsTimesAgainstTheClock();
    void aTokenWithoutAnEndIsRefused();
    void nothingOfATokenStandsInItsError();
    void base64UrlRoundTrips();
    void base64UrlHasOneSpelling_data();
    void base64UrlHasOneSpelling();
    void anyBytesAreReadOrRefused();
};

void TestJwt::readsTheExampleOfRfc7515()
{
    const std::string token =
        "eyJhbGciOiJFUzI1NiJ9."
        "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0"
        "cnVlfQ."
        "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
    const auto jwt = parseJwt(token);
    QVERIFY(jwt);
    QCOMPARE(jwt->alg, std::string("ES256"));
    QCOMPARE(jwt->iss, std::string("joe"));
    QCOMPARE(jwt->exp, std::optional<qint64>(1'300'819'380));
    QVERIFY(jwt->claims.find("http://example.com/is_root")->boolean);
    QCOMPARE(jwt->signature.size(), std::size_t(64));
    QCOMPARE(jwt->signingInput, token.substr(0, token.rfind('.')));
}

void TestJwt::readsWhatATokenSays()
{
    const auto jwt = parseJwt(tokenOf(
        R"({"alg":"RS256","kid":"k1","typ":"at+jwt"})",
        R"({"iss":"i","sub":"s","aud":"a","exp":3,"nbf":1,"iat":2,"jti":"j","roles":[1]})"));
    QVERIFY(jwt);
    QCOMPARE(jwt->kid, std::string("k1"));
    QCOMPARE(jwt->typ, std::string("at+jwt"));
    QCOMPARE(jwt->iss, std::string("i"));
    QCOMPARE(jwt->sub, std::string("s"));
    QCOMPARE(jwt->jti, std::string("j"));
    QCOMPARE(jwt->exp, std::optional<qint64>(3));
    QCOMPARE(jwt->nbf, std::optional<qint64>(1));
    QCOMPARE(jwt->iat, std::optional<qint64>(2));
    QCOMPARE(jwt->claims.find("roles")->items.size(), std::size_t(1));
    QCOMPARE(jwt->signature, std::string("signature"));
}

void TestJwt::readsOneAudienceAndSeveral()
{
    QVERIFY(hasAudience(*parseJwt(tokenOfClaims(R"({"aud":"shop"})")), "shop"));
    QVERIFY(hasAudience(*parseJwt(tokenOfClaims(R"({"aud":["other","shop"]})")), "shop"));
    QVERIFY(!hasAudience(*parseJwt(tokenOfClaims(R"({"aud":["Shop","sho"]})")), "shop"));
    QVERIFY(!hasAudience(*parseJwt(tokenOfClaims(R"({"aud":[]})")), "shop"));
    QVERIFY(!hasAudience(*parseJwt(tokenOfClaims("{}")), "shop"));
    QVERIFY(!hasAudience(*parseJwt(tokenOfClaims("{}")), ""));
}

void TestJwt::looksAwayFromWhatItDoesNotKnow()
{
    QVERIFY(parseJwt(tokenOf(R"({"alg":"RS256","x5t":"abc","nonce":1})", R"({"x":{"y":[{}]}})")));
}

void TestJwt::takesBothTypesInAnyCase_data()
{
    QTest::addColumn<QByteArray>("typ");
    QTest::addColumn<QByteArray>("read");
    QTest::newRow("jwt") << QByteArray("JWT") << QByteArray("jwt");
    QTest::newRow("lower") << QByteArray("jwt") << QByteArray("jwt");
    QTest::newRow("access token") << QByteArray("at+jwt") << QByteArray("at+jwt");
    QTest::newRow("whole media type") << QByteArray("application/AT+JWT") << QByteArray("at+jwt");
}

void TestJwt::takesBothTypesInAnyCase()
{
    QFETCH(QByteArray, typ);
    QFETCH(QByteArray, read);
    const auto jwt =
        parseJwt(tokenOf(R"({"alg":"RS256","typ":")" + typ.toStdString() + R"("})", "{}"));
    QVERIFY(jwt);
    QCOMPARE(jwt->typ, read.toStdString());
}

void TestJwt::refusesHeaders_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("no object") << QByteArray(R"(["RS256"])");
    QTest::newRow("no JSON") << QByteArray(R"({"alg":"RS256")");
    QTest::newRow("no algorithm") << QByteArray("{}");
    QTest::newRow("empty algorithm") << QByteArray(R"({"alg":""})");
    QTest::newRow("none") << QByteArray(R"({"alg":"none"})");
    QTest::newRow("None") << QByteArray(R"({"alg":"NoNe"})");
    QTest::newRow("algorithm is a number") << QByteArray(R"({"alg":256})");
    QTest::newRow("algorithm twice") << QByteArray(R"({"alg":"RS256","alg":"none"})");
    QTest::newRow("the same name, spelled otherwise")
        << QByteArray(R"({"alg":"RS256","\u0061lg":"none"})");
    QTest::newRow("kid is a list") << QByteArray(R"({"alg":"RS256","kid":["a"]})");
    QTest::newRow("kid is null") << QByteArray(R"({"alg":"RS256","kid":null})");
    QTest::newRow("identity token of logout")
        << QByteArray(R"({"alg":"RS256","typ":"logout+jwt"})");
    QTest::newRow("empty type") << QByteArray(R"({"alg":"RS256","typ":""})");
    QTest::newRow("type is a number") << QByteArray(R"({"alg":"RS256","typ":1})");
    for (const char *name : {"crit", "jwk", "jku", "x5u", "x5c", "zip", "b64"}) {
        QTest::newRow(name) << QByteArray(R"({"alg":"RS256",")") + name + R"(":null})";
    }
    QTest::newRow("not UTF-8") << QByteArray("{\"alg\":\"RS256\",\"kid\":\"\xff\"}");
    QTest::newRow("nested deep") << QByteArray(R"({"alg":"RS256","a":)") + QByteArray(40, '[') +
                                        QByteArray(40, ']') + "}";
}

void TestJwt::refusesHeaders()
{
    QFETCH(QByteArray, header);
    const auto jwt = parseJwt(tokenOf(header.toStdString(), "{}"));
    QVERIFY(!jwt);
    QCOMPARE(jwt.error().code, tp::ErrorCode::Unauthorized);
}

void TestJwt::refusesClaims_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("no object") << QByteArray("1");
    QTest::newRow("issuer is a list") << QByteArray(R"({"iss":["a"]})");
    QTest::newRow("issuer twice") << QByteArray(R"({"iss":"a","iss":"b"})");
    QTest::newRow("a name twice, deep inside") << QByteArray(R"({"x":{"y":1,"y":2}})");
    QTest::newRow("subject is a number") << QByteArray(R"({"sub":1})");
    QTest::newRow("subject is null") << QByteArray(R"({"sub":null})");
    QTest::newRow("audience is an object") << QByteArray(R"({"aud":{"a":1}})");
    QTest::newRow("audience holds a number") << QByteArray(R"({"aud":["a",1]})");
    QTest::newRow("exp is a text") << QByteArray(R"({"exp":"1700000000"})");
    QTest::newRow("exp is true") << QByteArray(R"({"exp":true})");
    QTest::newRow("exp is null") << QByteArray(R"({"exp":null})");
    QTest::newRow("exp is negative") << QByteArray(R"({"exp":-1})");
    QTest::newRow("exp is minus zero") << QByteArray(R"({"exp":-0})");
    QTest::newRow("exp is endless") << QByteArray(R"({"exp":1e400})");
    QTest::newRow("exp has an exponent") << QByteArray(R"({"exp":17e8})");
    QTest::newRow("exp is a fraction with an exponent") << QByteArray(R"({"exp":1.7e9})");
    QTest::newRow("exp in milliseconds") << QByteArray(R"({"exp":1700000000000})");
    QTest::newRow("exp in the year 10000") << QByteArray(R"({"exp":253402300800})");
    QTest::newRow("exp overflows") << QByteArray(R"({"exp":18446744073709551617})");
    QTest::newRow("nbf is a text") << QByteArray(R"({"nbf":"0"})");
    QTest::newRow("iat is a list") << QByteArray(R"({"iat":[1]})");
    QTest::newRow("jti is a number") << QByteArray(R"({"jti":7})");
}

void TestJwt::refusesClaims()
{
    QFETCH(QByteArray, claims);
    QVERIFY(!parseJwt(tokenOfClaims(claims.toStdString())));
}

void TestJwt::refusesOtherForms_data()
{
    const QByteArray good = QByteArray::fromStdString(tokenOfClaims("{}"));
    const QByteArray head = good.left(good.lastIndexOf('.'));
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("dots") << QByteArray("..");
    QTest::newRow("no signature") << head + ".";
    QTest::newRow("two parts") << head;
    QTest::newRow("four parts") << good + ".AAAA";
    QTest::newRow("five parts, encrypted") << good + ".AAAA.AAAA";
    QTest::newRow("cut in the middle of a character") << head + ".A";
    QTest::newRow("padding") << head + ".AA==";
    QTest::newRow("base64 of another alphabet") << head + ".+/+/";
    QTest::newRow("bits behind the end") << head + ".AB";
    QTest::newRow("space before") << " " + good;
    QTest::newRow("newline behind") << good + "\n";
    QTest::newRow("newline inside") << head + ".AA\nAA";
    QTest::newRow("null byte") << head + QByteArray(".AA\0AA", 6);
    QTest::newRow("JSON form of JWS") << QByteArray(R"({"payload":"e30","signatures":[]})");
    QTest::newRow("huge") << head + "." + QByteArray(qsizetype(JwtBytesMax), 'A');
}

void TestJwt::refusesOtherForms()
{
    QFETCH(QByteArray, token);
    QVERIFY(parseJwt(tokenOfClaims("{}")));
    QVERIFY(!parseJwt(token.toStdString()));
}

void TestJwt::leavesOffPartsOfASecond()
{
    const auto jwt = parseJwt(tokenOfClaims(R"({"exp":253402300799.999,"nbf":0.5,"iat":0})"));
    QVERIFY(jwt);
    QCOMPARE(jwt->exp, std::optional<qint64>(253'402'300'799));
    QCOMPARE(jwt->nbf, std::optional<qint64>(0));
    QCOMPARE(jwt->iat, std::optional<qint64>(0));
}

void TestJwt::holdsTimesAgainstTheClock_data()
{
    QTest::addColumn<qint64>("exp");
    QTest::addColumn<qint64>("nbf");
    QTest::addColumn<qint64>("iat");
    QTest::addColumn<bool>("isGood");
    // It is 1000 s, and clocks may disagree by 60 s.
    QTest::newRow("now") << qint64(1001) << qint64(1000) << qint64(1000) << true;
    QTest::newRow("ended just now") << qint64(941) << qint64(0) << qint64(0) << true;
    QTest::newRow("ended long ago") << qint64(940) << qint64(0) << qint64(0) << false;
    QTest::newRow("begins soon") << qint64(2000) << qint64(1060) << qint64(1060) << true;
    QTest::newRow("begins later") << qint64(2000) << qint64(1061) << qint64(0) << false;
    QTest::newRow("from tomorrow") << qint64(2000) << qint64(0) << qint64(1061) << false;
    QTest::newRow("the last second") << qint64(253'402'300'799) << qint64(0) << qint64(0) << true;
}

void TestJwt::holdsTimesAgainstTheClock()
{
    QFETCH(qint64, exp);
    QFETCH(qint64, nbf);
    QFETCH(qint64, iat);
    QFETCH(bool, isGood);
    QCOMPARE(bool(checkTimes(withTimes(exp, nbf, iat), 1'000'000, 60)), isGood);
}

void TestJwt::aTokenWithoutAnEndIsRefused()
{
    QVERIFY(!checkTimes(withTimes(std::nullopt, 0, 0), 1000, 60));
    QVERIFY(checkTimes(withTimes(10, std::nullopt, std::nullopt), 1000, 60));
}

void TestJwt::nothingOfATokenStandsInItsError()
{
    const auto jwt = parseJwt(tokenOf(R"({"alg":"RS256","typ":"secret-word"})", "{}"));
    QVERIFY(!jwt);
    QVERIFY(!jwt.error().detail.contains(u"secret-word"_s));
}

void TestJwt::base64UrlRoundTrips()
{
    auto random = tp::test::SeededRandom::fresh();
    for (std::size_t size = 0; size < 200; ++size) {
        std::string bytes(size, '\0');
        for (char &c : bytes)
            c = char(random.below(256));
        const std::string text = encodeBase64Url(bytes);
        const QByteArray expected = QByteArray::fromStdString(bytes).toBase64(
            QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        QCOMPARE(text, expected.toStdString());
        QCOMPARE(decodeBase64Url(text), std::optional(bytes));
    }
}

void TestJwt::base64UrlHasOneSpelling_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"A", "AAAAA", "AB", "AAB", "AA=", "AA==", "A A", "AA+A", "AA/A", "ÄA"})
        QTest::newRow(text) << QByteArray(text);
}

void TestJwt::base64UrlHasOneSpelling()
{
    QFETCH(QByteArray, text);
    QVERIFY(!decodeBase64Url(text.toStdString()));
}

void TestJwt::anyBytesAreReadOrRefused()
{
    auto random = tp::test::SeededRandom::fresh();
    const std::string good =
        tokenOf(R"({"alg":"RS256","kid":"a"})", R"({"iss":"i","aud":["a"],"exp":1700000000.5})");
    for (int i = 0; i < 20'000; ++i) {
        std::string token = good;
        for (quint64 changes = 1 + random.below(4); changes > 0; --changes)
            token[random.below(token.size())] = char(random.below(256));
        const auto jwt = parseJwt(token);
        if (jwt)
            QCOMPARE(jwt->signingInput, token.substr(0, token.rfind('.')));
        else
            QCOMPARE(jwt.error().code, tp::ErrorCode::Unauthorized);
    }
}

TP_TEST(TestJwt)
#include "tst_jwt.moc"

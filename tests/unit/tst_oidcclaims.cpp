// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/oidcclaims.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tp::auth::accountOf;
using tp::auth::Jwt;
using tp::auth::OidcAccount;
using tp::auth::OidcIssuer;

namespace {

Jwt tokenWith(const std::string &claims)
{
    Jwt jwt;
    jwt.iss = "https://id.example";
    jwt.sub = "anna";
    jwt.iat = 1'700'000'000;
    jwt.claims = *tp::contract::parseJson(claims);
    return jwt;
}

OidcAccount accountWith(const QByteArray &claims)
{
    const auto issuer =
        OidcIssuer::parse(u"issuer=https://id.example audience=shop role_claim=roles"_s);
    return *accountOf(tokenWith(claims.toStdString()), *issuer);
}

} // namespace

/// Whom the claims of a token describe.
class TestOidcClaims final : public QObject
{
    Q_OBJECT

private slots:
    void takesWhatTheIssuerSays();
    void anEmailMustBeVerified_data();
    void anEmailMustBeVerified();
    void aNameIsOneLine_data();
    void aNameIsOneLine();
    void somebodyMustBeNamed_data();
    void somebodyMustBeNamed();
};

void TestOidcClaims::takesWhatTheIssuerSays()
{
    const OidcAccount account = accountWith(R"({"name":"Anna","roles":["manager","vendor"]})");
    QCOMPARE(account.issuer, std::string("https://id.example"));
    QCOMPARE(account.subject, std::string("anna"));
    QCOMPARE(account.fullName, u"Anna"_s);
    QCOMPARE(account.bornMs, 1'700'000'000'000);
    QVERIFY(account.decidesRoles);
    QVERIFY(hasRole(account.roles, tp::Role::Manager));
    const std::string details = R"({"issuer":"https://id.example","roles":["vendor","manager"]})";
    QCOMPARE(account.details, details);
}

void TestOidcClaims::anEmailMustBeVerified_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<QByteArray>("email");
    QTest::newRow("verified") << QByteArray(R"({"email":"A@B.C","email_verified":true})")
                              << QByteArray("a@b.c");
    QTest::newRow("other scripts")
        << QByteArray(R"({"email":"ÄNNA@BEISPIEL.example","email_verified":true})")
        << QByteArray("änna@beispiel.example");
    QTest::newRow("not said") << QByteArray(R"({"email":"a@b.c"})") << QByteArray();
    QTest::newRow("not verified") << QByteArray(R"({"email":"a@b.c","email_verified":false})")
                                  << QByteArray();
    QTest::newRow("a text that says so")
        << QByteArray(R"({"email":"a@b.c","email_verified":"true"})") << QByteArray();
    QTest::newRow("no address") << QByteArray(R"({"email":"anna","email_verified":true})")
                                << QByteArray();
    QTest::newRow("spaces") << QByteArray(R"({"email":"a b@c.d","email_verified":true})")
                            << QByteArray();
    QTest::newRow("a line break") << QByteArray(R"({"email":"a\n@b.c","email_verified":true})")
                                  << QByteArray();
    QTest::newRow("a NUL") << QByteArray(R"({"email":"a@b.c\u0000","email_verified":true})")
                           << QByteArray();
    QTest::newRow("too long") << QByteArray(R"({"email":")") + QByteArray(300, 'a') +
                                     R"(@b.c","email_verified":true})"
                              << QByteArray();
    QTest::newRow("a list") << QByteArray(R"({"email":["a@b.c"],"email_verified":true})")
                            << QByteArray();
}

void TestOidcClaims::anEmailMustBeVerified()
{
    QFETCH(QByteArray, claims);
    QFETCH(QByteArray, email);
    QCOMPARE(accountWith(claims).email, email.toStdString());
}

void TestOidcClaims::aNameIsOneLine_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<QString>("name");
    QTest::newRow("none") << QByteArray("{}") << QString();
    QTest::newRow("a number") << QByteArray(R"({"name":7})") << QString();
    QTest::newRow("control characters")
        << QByteArray(R"({"name":" A\n\u0000\u0007B\u202eC "})") << u"A B C"_s;
    QTest::newRow("beyond the first plane")
        << QByteArray(R"({"name":"A \ud83d\ude00"})") << u"A \U0001F600"_s;
    QTest::newRow("long") << QByteArray(R"({"name":")") + QByteArray(500, 'n') + R"("})"
                          << QString(200, u'n');
    QTest::newRow("cut between two halves")
        << QByteArray(R"({"name":")") + QByteArray(199, 'n') + R"(\ud83d\ude00"})"
        << QString(199, u'n');
}

void TestOidcClaims::aNameIsOneLine()
{
    QFETCH(QByteArray, claims);
    QFETCH(QString, name);
    QCOMPARE(accountWith(claims).fullName, name);
}

void TestOidcClaims::somebodyMustBeNamed_data()
{
    QTest::addColumn<QByteArray>("subject");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("auth0") << QByteArray("auth0|5f7c8ec7c33c6c004bbafe82") << true;
    QTest::newRow("longest") << QByteArray(255, 's') << true;
    QTest::newRow("too long") << QByteArray(256, 's') << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("a NUL") << QByteArray("a\0b", 3) << false;
    QTest::newRow("a line break") << QByteArray("a\nb") << false;
}

void TestOidcClaims::somebodyMustBeNamed()
{
    QFETCH(QByteArray, subject);
    QFETCH(bool, isGood);
    Jwt jwt = tokenWith("{}");
    jwt.sub = subject.toStdString();
    const auto issuer = OidcIssuer::parse(u"issuer=https://id.example audience=shop"_s);
    QCOMPARE(bool(accountOf(jwt, *issuer)), isGood);
}

TP_TEST(TestOidcClaims)
#include "tst_oidcclaims.moc"

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/oidcdiscovery.h"
#include "backend/auth/oidcissuer.h"
#include "backend/contract/wirenames.h"
#include "tests/support/testmain.h"

#include <QTest>

using tp::Role;
using tp::Roles;
using tp::auth::discoveryUrlOf;
using tp::auth::isSafeUrl;
using tp::auth::keysUrlOf;
using tp::auth::OidcIssuer;

using namespace Qt::StringLiterals;

namespace {

const QString Plain = u"issuer=https://id.example audience=shop"_s;

/// "cashier manager", as a token with these claims makes somebody.
QString rolesIn(const QString &setting, const QByteArray &claims)
{
    const auto issuer = OidcIssuer::parse(Plain + u' ' + setting);
    if (!issuer)
        return u"refused: "_s + issuer.error().detail;
    const Roles roles = issuer->rolesOf(*tp::contract::parseJson(claims.toStdString()));
    QStringList names;
    for (int i = 0; i < int(Role::Count); ++i) {
        const std::string_view name = tp::contract::wireName(Role(i));
        if (hasRole(roles, Role(i)))
            names.append(QString::fromUtf8(name.data(), qsizetype(name.size())));
    }
    return names.join(u' ');
}

} // namespace

/// How issuers are configured, described and believed.
class TestOidcIssuer final : public QObject
{
    Q_OBJECT

private slots:
    void readsEverySetting();
    void whatIsLeftOutHasAMeaning();
    void aDomainIsWhatAuth0CallsIt_data();
    void aDomainIsWhatAuth0CallsIt();
    void refusesBadSettings_data();
    void refusesBadSettings();
    void mapsRoles_data();
    void mapsRoles();
    void httpsOrThisMachine_data();
    void httpsOrThisMachine();
    void discoveryStandsBelowTheIssuer();
    void takesTheDiscoveryOfTheIssuerAlone_data();
    void takesTheDiscoveryOfTheIssuerAlone();
};

void TestOidcIssuer::readsEverySetting()
{
    const auto issuer = OidcIssuer::parse(
        u"  issuer=http://127.0.0.1:4000/realms/shop audience=https://api.example "
        "client_id=abc\tname=\"Our own login\" role_claim=realm.roles "
        "roles=boss:admin|\"shop floor\":cashier,urn:x:y:manager "_s);
    QVERIFY2(issuer, qPrintable(issuer ? QString() : issuer.error().detail));
    QCOMPARE(issuer->issuer, u"http://127.0.0.1:4000/realms/shop"_s);
    QCOMPARE(issuer->audience, u"https://api.example"_s);
    QCOMPARE(issuer->clientId, u"abc"_s);
    QCOMPARE(issuer->name, u"Our own login"_s);
    QCOMPARE(issuer->roleClaim, u"realm.roles"_s);
    QCOMPARE(issuer->roleNames.size(), std::size_t(3));
    QCOMPARE(issuer->roleNames[1].first, std::string("shop floor"));
    QVERIFY(issuer->roleNames[1].second == Role::Cashier);
    QCOMPARE(issuer->roleNames[2].first, std::string("urn:x:y"));
    QVERIFY(issuer->roleNames[2].second == Role::Manager);
}

void TestOidcIssuer::whatIsLeftOutHasAMeaning()
{
    const auto issuer = OidcIssuer::parse(Plain);
    QVERIFY(issuer);
    QCOMPARE(issuer->name, u"id.example"_s);
    QVERIFY(issuer->clientId.isEmpty());
    QVERIFY(!issuer->decidesRoles());
}

void TestOidcIssuer::aDomainIsWhatAuth0CallsIt_data()
{
    QTest::addColumn<QString>("domain");
    QTest::newRow("name") << u"shop.eu.auth0.com"_s;
    QTest::newRow("slash") << u"shop.eu.auth0.com/"_s;
    QTest::newRow("address") << u"https://shop.eu.auth0.com/"_s;
}

void TestOidcIssuer::aDomainIsWhatAuth0CallsIt()
{
    QFETCH(QString, domain);
    const auto issuer = OidcIssuer::parse(u"audience=shop domain="_s + domain);
    QVERIFY(issuer);
    QCOMPARE(issuer->issuer, u"https://shop.eu.auth0.com/"_s);
}

void TestOidcIssuer::refusesBadSettings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing") << QString() << u"needs issuer"_s;
    QTest::newRow("no audience") << u"issuer=https://a.example"_s << u"audience"_s;
    QTest::newRow("no issuer") << u"audience=a"_s << u"needs issuer"_s;
    QTest::newRow("both") << Plain + u" domain=a.example"_s << u"one of them alone"_s;
    QTest::newRow("http elsewhere") << u"issuer=http://a.example audience=a"_s << u"https"_s;
    QTest::newRow("no address") << u"issuer=a.example audience=a"_s << u"https"_s;
    QTest::newRow("file") << u"issuer=file:///etc audience=a"_s << u"https"_s;
    QTest::newRow("user in it") << u"issuer=https://u@a.example audience=a"_s << u"https"_s;
    QTest::newRow("query") << u"issuer=https://a.example/?x audience=a"_s << u"without ?"_s;
    QTest::newRow("fragment") << u"issuer=https://a.example/#x audience=a"_s << u"without ?"_s;
    QTest::newRow("path in domain") << u"domain=a.example/b audience=a"_s << u"domain"_s;
    QTest::newRow("http domain") << u"domain=http://a.example audience=a"_s << u"domain"_s;
    QTest::newRow("unknown key") << Plain + u" colour=red"_s << u"colour"_s;
    QTest::newRow("twice") << Plain + u" audience=b"_s << u"audience stands twice"_s;
    QTest::newRow("no value") << Plain + u" name="_s << u"KEY=VALUE"_s;
    QTest::newRow("no key") << Plain + u" =x"_s << u"KEY=VALUE"_s;
    QTest::newRow("no equals") << Plain + u" manager:admin"_s << u"parted by |"_s;
    QTest::newRow("open quote") << Plain + u" name=\"a b"_s << u"quote"_s;
    QTest::newRow("control character") << Plain + u" name=a\u0001b"_s << u"cannot be seen"_s;
    QTest::newRow("huge") << Plain + u" name="_s + QString(5000, u'x') << u"name is too long"_s;
    QTest::newRow("roles without a claim") << Plain + u" roles=a:admin"_s << u"role_claim"_s;
    QTest::newRow("no such role") << Plain + u" role_claim=r roles=a:king"_s << u"a:king"_s;
    QTest::newRow("role alone") << Plain + u" role_claim=r roles=admin"_s << u"THEIRS:OURS"_s;
    QTest::newRow("nobody's role") << Plain + u" role_claim=r roles=:admin"_s << u"THEIRS:OURS"_s;
}

void TestOidcIssuer::refusesBadSettings()
{
    QFETCH(QString, text);
    QFETCH(QString, said);
    const auto issuer = OidcIssuer::parse(text);
    QVERIFY(!issuer);
    QCOMPARE(issuer.error().code, tp::ErrorCode::InvalidValue);
    QVERIFY2(issuer.error().detail.contains(said), qPrintable(issuer.error().detail));
}

void TestOidcIssuer::mapsRoles_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<QString>("roles");
    const QString mapped = u"role_claim=roles roles=boss:admin|floor:cashier|floor:vendor"_s;
    const QString dotted = u"role_claim=realm.x.roles"_s;
    const QString address = u"role_claim=https://shop.example/roles roles=boss:manager"_s;
    QTest::newRow("no claim is looked at")
        << QString() << QByteArray(R"({"roles":["admin"]})") << u"customer"_s;
    QTest::newRow("one") << mapped << QByteArray(R"({"roles":["boss"]})") << u"admin"_s;
    QTest::newRow("one that is two")
        << mapped << QByteArray(R"({"roles":["floor"]})") << u"cashier vendor"_s;
    QTest::newRow("several") << mapped << QByteArray(R"({"roles":["x","floor","boss"]})")
                             << u"cashier vendor admin"_s;
    QTest::newRow("ours is not theirs")
        << mapped << QByteArray(R"({"roles":["admin"]})") << u"customer"_s;
    QTest::newRow("case matters") << mapped << QByteArray(R"({"roles":["Boss"]})") << u"customer"_s;
    QTest::newRow("a text") << mapped << QByteArray(R"({"roles":"boss"})") << u"admin"_s;
    QTest::newRow("a text of words") << mapped << QByteArray(R"({"roles":"x boss"})") << u"admin"_s;
    QTest::newRow("left out") << mapped << QByteArray("{}") << u"customer"_s;
    QTest::newRow("empty") << mapped << QByteArray(R"({"roles":[]})") << u"customer"_s;
    QTest::newRow("another type") << mapped << QByteArray(R"({"roles":{"boss":true}})")
                                  << u"customer"_s;
    QTest::newRow("numbers and lists")
        << mapped << QByteArray(R"({"roles":[1,["boss"],null]})") << u"customer"_s;
    QTest::newRow("without a mapping")
        << u"role_claim=roles"_s << QByteArray(R"({"roles":["manager","x"]})") << u"manager"_s;
    QTest::newRow("step by step") << dotted << QByteArray(R"({"realm":{"x":{"roles":["vendor"]}}})")
                                  << u"vendor"_s;
    QTest::newRow("no such step") << dotted << QByteArray(R"({"realm":["x"]})") << u"customer"_s;
    QTest::newRow("a name with dots")
        << dotted << QByteArray(R"({"realm.x.roles":["vendor"]})") << u"vendor"_s;
    QTest::newRow("an address") << address
                                << QByteArray(R"({"https://shop.example/roles":["boss"]})")
                                << u"manager"_s;
    QTest::newRow("spaces in a name") << u"role_claim=r roles=\"shop floor:cashier\""_s
                                      << QByteArray(R"({"r":"shop floor"})") << u"cashier"_s;
}

void TestOidcIssuer::mapsRoles()
{
    QFETCH(QString, setting);
    QFETCH(QByteArray, claims);
    QFETCH(QString, roles);
    QCOMPARE(rolesIn(setting, claims), roles);
}

void TestOidcIssuer::httpsOrThisMachine_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isSafe");
    for (const char *url :
         {"https://a.example", "https://a.example:8443/x?y", "http://localhost",
          "http://127.0.0.1:1", "http://127.9.8.7/x", "http://[::1]:80/", "http://id.localhost/"})
        QTest::newRow(url) << QString::fromLatin1(url) << true;
    for (const char *url :
         {"http://a.example", "http://127.0.0.1.example", "http://localhost.example",
          "http://0.0.0.0", "http://10.0.0.1", "ftp://localhost", "file:///x", "", "https://",
          "//a.example", "https://u:p@a.example", "http://[::2]/", "http://127.0.0.1@a.example"})
        QTest::newRow(url) << QString::fromLatin1(url) << false;
}

void TestOidcIssuer::httpsOrThisMachine()
{
    QFETCH(QString, url);
    QFETCH(bool, isSafe);
    QCOMPARE(isSafeUrl(QUrl(url, QUrl::StrictMode)), isSafe);
}

void TestOidcIssuer::discoveryStandsBelowTheIssuer()
{
    const QUrl root(u"https://a.example/.well-known/openid-configuration"_s);
    QCOMPARE(discoveryUrlOf(u"https://a.example"_s), root);
    QCOMPARE(discoveryUrlOf(u"https://a.example/"_s), root);
    QCOMPARE(discoveryUrlOf(u"https://a.example/realms/x"_s),
             QUrl(u"https://a.example/realms/x/.well-known/openid-configuration"_s));
}

void TestOidcIssuer::takesTheDiscoveryOfTheIssuerAlone_data()
{
    QTest::addColumn<QByteArray>("description");
    QTest::addColumn<bool>("isGood");
    auto row = [](const char *name, const char *issuer, const char *keys, bool isGood) {
        QTest::newRow(name) << QByteArray(R"({"issuer":")") + issuer + R"(","jwks_uri":")" + keys +
                                   R"("})"
                            << isGood;
    };
    row("good", "https://a.example", "https://a.example/jwks", true);
    row("keys elsewhere", "https://a.example", "https://keys.example/jwks?v=1", true);
    row("another issuer", "https://b.example", "https://a.example/jwks", false);
    row("with a slash", "https://a.example/", "https://a.example/jwks", false);
    row("in capitals", "https://A.example", "https://a.example/jwks", false);
    row("keys over http", "https://a.example", "http://a.example/jwks", false);
    row("keys in a file", "https://a.example", "file:///jwks", false);
    row("keys nowhere", "https://a.example", "", false);
    QTest::newRow("no keys") << QByteArray(R"({"issuer":"https://a.example"})") << false;
    QTest::newRow("a list") << QByteArray("[]") << false;
    QTest::newRow("a page") << QByteArray("<html></html>") << false;
}

void TestOidcIssuer::takesTheDiscoveryOfTheIssuerAlone()
{
    QFETCH(QByteArray, description);
    QFETCH(bool, isGood);
    QCOMPARE(bool(keysUrlOf(description.toStdString(), u"https://a.example"_s)), isGood);
}

TP_TEST(TestOidcIssuer)
#include "tst_oidcissuer.moc"

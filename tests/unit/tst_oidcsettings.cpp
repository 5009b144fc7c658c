// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/oidcsettings.h"
#include "tests/support/testmain.h"

#include <QCommandLineParser>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using tp::Result;
using tp::auth::OidcIssuer;
using tp::daemon::Configuration;
using tp::daemon::Option;

namespace {

using Issuers = Result<std::vector<OidcIssuer>>;

Issuers issuersOf(const QStringList &flags, const QProcessEnvironment &environment = {},
                  const QStringList &files = {})
{
    QCommandLineParser parser;
    parser.addOption(QCommandLineOption(u"oidc"_s, {}, u"ISSUER"_s));
    parser.parse(QStringList(u"tradepostd"_s) + flags);
    const auto configuration =
        Configuration::read(parser, {Option::Oidc}, {environment, files, {}});
    return configuration ? oidcIssuersOf(*configuration) : Issuers(configuration.error());
}

QProcessEnvironment variables(const QMap<QString, QString> &values)
{
    QProcessEnvironment environment;
    for (auto it = values.begin(); it != values.end(); ++it)
        environment.insert(it.key(), it.value());
    return environment;
}

QString names(const Issuers &issuers)
{
    if (!issuers)
        return issuers.error().detail;
    QStringList list;
    for (const OidcIssuer &issuer : *issuers)
        list.append(issuer.issuer + u'=' + issuer.audience);
    return list.join(u' ');
}

} // namespace

/// Where the configuration of issuers may stand.
class TestOidcSettings final : public QObject
{
    Q_OBJECT

private slots:
    void withoutAnyThereAreNone() { QCOMPARE(names(issuersOf({})), QString()); }

    void aFlagMayBeGivenSeveralTimes()
    {
        const auto issuers =
            issuersOf({u"--oidc"_s, u"issuer=https://a.example audience=x"_s,
                       u"--oidc=issuer=https://b.example audience=y role_claim=r roles=a:admin,"
                       "b:vendor"_s});
        QCOMPARE(names(issuers), u"https://a.example=x https://b.example=y"_s);
        QCOMPARE(issuers->back().roleNames.size(), std::size_t(2));
    }

    void theEnvironmentPartsThemByCommas()
    {
        const auto issuers =
            issuersOf({}, variables({{u"TRADEPOST_OIDC"_s,
                                      u"issuer=https://a.example audience=x role_claim=r "
                                      "roles=a:admin|b:vendor, domain=b.example audience=y"_s}}));
        QCOMPARE(names(issuers), u"https://a.example=x https://b.example/=y"_s);
        QCOMPARE(issuers->front().roleNames.size(), std::size_t(2));
    }

    void aFileMayNameThem()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"settings"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("oidc = issuer=https://a.example audience=x name=\"Our own\"\n"
                   "oidc = \"issuer=https://b.example audience=y\"\n"
                   "oidc = issuer=https://c.example\n");
        file.close();
        const QString refusal = names(issuersOf({}, {}, {file.fileName()}));
        QVERIFY2(refusal.contains(u"settings, line 3, oidc: this needs audience"_s),
                 qPrintable(refusal));
    }

    void auth0sVariablesMakeOneMore()
    {
        const auto issuers =
            issuersOf({u"--oidc=issuer=https://a.example audience=x"_s},
                      variables({{u"AUTH0_DOMAIN"_s, u"t.auth0.com"_s},
                                 {u"AUTH0_AUDIENCE"_s, u"https://api x"_s},
                                 {u"AUTH0_CLIENT_ID"_s, u"c"_s},
                                 {u"AUTH0_ROLE_CLAIM"_s, u"https://x/roles"_s},
                                 {u"AUTH0_ROLES"_s, u"Shop Manager:manager,boss:admin"_s}}));
        QCOMPARE(names(issuers), u"https://a.example=x https://t.auth0.com/=https://api x"_s);
        QCOMPARE(issuers->back().clientId, u"c"_s);
        QCOMPARE(issuers->back().roleClaim, u"https://x/roles"_s);
        QCOMPARE(issuers->back().roleNames.front().first, std::string("Shop Manager"));
    }

    void whatIsSaidTwiceIsTakenOnce()
    {
        const auto both = variables({{u"Auth0__Domain"_s, u"t.auth0.com"_s},
                                     {u"Auth0__Audience"_s, u"net"_s},
                                     {u"AUTH0_DOMAIN"_s, u"https://t.auth0.com/"_s},
                                     {u"AUTH0_AUDIENCE"_s, u"other"_s}});
        QCOMPARE(names(issuersOf({}, both)), u"https://t.auth0.com/=net"_s);
        QCOMPARE(names(issuersOf({u"--oidc=domain=t.auth0.com audience=flag"_s}, both)),
                 u"https://t.auth0.com/=flag"_s);
    }

    void refusesWithThePlace_data()
    {
        QTest::addColumn<QStringList>("flags");
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("said");
        QTest::newRow("flag") << QStringList{u"--oidc=issuer=http://a.example audience=x"_s}
                              << QString() << QString() << u"--oidc: issuer is an https"_s;
        QTest::newRow("twice") << QStringList{u"--oidc=issuer=https://a.example audience=x"_s,
                                              u"--oidc=issuer=https://a.example audience=y"_s}
                               << QString() << QString()
                               << u"--oidc: https://a.example stands twice"_s;
        QTest::newRow("environment") << QStringList() << u"TRADEPOST_OIDC"_s << u"audience=x"_s
                                     << u"TRADEPOST_OIDC: this needs issuer"_s;
        QTest::newRow("commas in roles")
            << QStringList() << u"TRADEPOST_OIDC"_s
            << u"domain=a.example audience=x role_claim=r roles=a:admin,b:vendor"_s
            << u"TRADEPOST_OIDC: b:vendor is not KEY=VALUE (roles are parted by |"_s;
        QTest::newRow("domain alone") << QStringList() << u"AUTH0_DOMAIN"_s << u"a.auth0.com"_s
                                      << u"AUTH0_DOMAIN: this needs AUTH0_AUDIENCE too"_s;
        QTest::newRow("audience alone") << QStringList() << u"Auth0__Audience"_s << u"x"_s
                                        << u"Auth0__Audience: this needs Auth0__Domain too"_s;
    }

    void refusesWithThePlace()
    {
        QFETCH(QStringList, flags);
        QFETCH(QString, variable);
        QFETCH(QString, value);
        QFETCH(QString, said);
        const auto issuers = issuersOf(flags, variables({{variable, value}}));
        QVERIFY(!issuers);
        QVERIFY2(issuers.error().detail.startsWith(said), qPrintable(issuers.error().detail));
    }

    void aBadDomainIsSaidOfItsVariable()
    {
        QCOMPARE(names(issuersOf({}, variables({{u"AUTH0_DOMAIN"_s, u"http://a"_s},
                                                {u"AUTH0_AUDIENCE"_s, u"x"_s}}))),
                 u"AUTH0_DOMAIN: domain is a name such as shop.eu.auth0.com"_s);
    }
};

TP_TEST(TestOidcSettings)
#include "tst_oidcsettings.moc"

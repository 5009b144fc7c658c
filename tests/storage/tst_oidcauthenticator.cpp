// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/oidcauthenticator.h"
#include "backend/contract/wirenames.h"
#include "backend/storage/migrator.h"
#include "tests/storage/freshdatabases.h"
#include "tests/storage/gate.h"
#include "tests/support/fakekeysource.h"
#include "tests/support/issuerkey.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using tp::Actor;
using tp::Error;
using tp::ErrorCode;
using tp::Permission;
using tp::Result;
using tp::auth::OidcAuthenticator;
using tp::auth::OidcIssuer;
using tp::test::FakeKeySource;
using tp::test::FreshDatabases;
using tp::test::IssuerKey;

namespace {

constexpr char Discovery[] = "https://id.example/.well-known/openid-configuration";
constexpr char Keys[] = "https://id.example/keys";
const tp::Origin Asker{{}, "203.0.113.7", "request-1"};

} // namespace

/// Outside accounts on both databases, with time and network in the test's hand.
class TestOidcAuthenticator final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { FreshDatabases::addRows(); }
    void init();
    void cleanup();

    void memoryKnowsNobodyAtFirstAndThenCostsNoQuery();
    void aTokenEndsAlsoInMemory();
    void aUserIsReadAgainInTime();
    void whatWasEndedHereIsKnownAtOnce();
    void whatWasEndedIsNotForgottenWhileATokenLives();
    void aRoleChangedHereHoldsForTheNextToken();
    void aNewTokenIsASignInOnce();
    void twoTokensOfOneSecondBringTheirRoles();
    void manyAtOnceMakeOneUser();
    void theEmailGoesToTheFirst();
    void thoseWhoWaitForKeysAreAnsweredTogether();
    void aKeyThatWasTakenBackCountsNoMore();

private:
    std::string token(const std::string &subject, const std::string &more = {},
                      const std::string &kid = "k");
    Result<Actor> admitted(const std::string &token);
    QString judged(const std::string &token);
    QString roleOf(const std::string &token);
    qint64 count(const char *sql) { return tp::test::numberIn(*m_database, sql); }
    void say(const char *sql) { QVERIFY(tp::test::sayHere(*m_database, {sql})); }
    void publish(std::initializer_list<std::string> jwks);

    FreshDatabases m_databases;
    const IssuerKey m_key = IssuerKey::ec();
    FakeKeySource m_source;
    std::unique_ptr<tp::storage::Database> m_database;
    std::unique_ptr<OidcAuthenticator> m_authenticator;
    std::map<QString, qint64> m_cutoffs; ///< What was said of a user before it is void.
};

void TestOidcAuthenticator::init()
{
    QFETCH_GLOBAL(int, dialect);
    m_database = m_databases.open(m_databases.newUrl(tp::storage::Dialect(dialect)));
    QVERIFY(m_database);
    QVERIFY(tp::storage::Migrator(*m_database, m_databases.clock).apply());
    m_source = FakeKeySource();
    m_source.documents[Discovery] =
        R"({"issuer":"https://id.example","jwks_uri":"https://id.example/keys"})";
    publish({m_key.jwk("k")});
    m_cutoffs.clear();
    m_authenticator = std::make_unique<OidcAuthenticator>(
        std::vector{*OidcIssuer::parse(u"issuer=https://id.example audience=shop role_claim=r"_s)},
        m_source, *m_database, m_databases.clock, [this](const QString &user, qint64 bornMs) {
            const auto cutoff = m_cutoffs.find(user);
            return cutoff != m_cutoffs.end() && bornMs < cutoff->second;
        });
}

void TestOidcAuthenticator::cleanup()
{
    m_authenticator.reset();
    m_database.reset();
}

void TestOidcAuthenticator::publish(std::initializer_list<std::string> jwks)
{
    std::string text;
    for (const std::string &jwk : jwks)
        text += (text.empty() ? "" : ",") + jwk;
    m_source.documents[Keys] = R"({"keys":[)" + text + "]}";
}

/// Made now, good for an hour.
std::string TestOidcAuthenticator::token(const std::string &subject, const std::string &more,
                                         const std::string &kid)
{
    const qint64 now = m_databases.clock.nowMs() / 1000;
    return m_key.token(R"({"alg":"ES256","kid":")" + kid + "\"}",
                       R"({"iss":"https://id.example","aud":"shop","sub":")" + subject +
                           R"(","iat":)" + std::to_string(now) + R"(,"exp":)" +
                           std::to_string(now + 3600) + more + "}");
}

Result<Actor> TestOidcAuthenticator::admitted(const std::string &token)
{
    tp::test::Gate gate;
    Result<Actor> result = Error{ErrorCode::Internal, u"nobody answered"_s, {}};
    m_authenticator->admit(token, Asker, [&](Result<Actor> actor) {
        result = std::move(actor);
        gate.open();
    });
    gate.pass();
    return result;
}

/// "known", "unsure", or the refusal.
QString TestOidcAuthenticator::judged(const std::string &token)
{
    const auto verdict = m_authenticator->check(token);
    if (const Error *error = std::get_if<Error>(&verdict)) {
        const std::string_view code = tp::contract::wireName(error->code);
        return QString::fromUtf8(code.data(), qsizetype(code.size()));
    }
    return std::holds_alternative<Actor>(verdict) ? u"known"_s : u"unsure"_s;
}

/// What the token makes somebody, once they were let in.
QString TestOidcAuthenticator::roleOf(const std::string &token)
{
    const auto actor = admitted(token);
    if (!actor)
        return u"refused"_s;
    if (actor->may(Permission::SettingsWrite))
        return u"admin"_s;
    return actor->may(Permission::StockRead) ? u"staff"_s : u"customer"_s;
}

void TestOidcAuthenticator::memoryKnowsNobodyAtFirstAndThenCostsNoQuery()
{
    const std::string text = token("anna", R"(,"r":"cashier")");
    QCOMPARE(judged(text), u"unsure"_s);
    const auto actor = admitted(text);
    QVERIFY(actor);
    QVERIFY(actor->sessionId.isNil());
    QVERIFY(actor->may(Permission::StockRead));
    QVERIFY(!actor->may(Permission::CatalogueWrite));
    QCOMPARE(actor->expiresAtMs, m_databases.clock.nowMs() / 1000 * 1000 + 3'600'000);
    QCOMPARE(judged(text), u"known"_s);
    m_database->close();
    QCOMPARE(judged(text), u"known"_s);
    QCOMPARE(admitted(token("berta")).error().code, ErrorCode::Unavailable);
}

void TestOidcAuthenticator::aTokenEndsAlsoInMemory()
{
    const std::string text = token("anna");
    QVERIFY(admitted(text));
    m_databases.clock.advance(3'659'000);
    QVERIFY(admitted(text));
    m_databases.clock.advance(2'000);
    QCOMPARE(judged(text), u"unauthorized"_s);
    QVERIFY(!admitted(text));
}

void TestOidcAuthenticator::aUserIsReadAgainInTime()
{
    const std::string text = token("anna");
    QVERIFY(admitted(text));
    say("UPDATE users SET active = 0"); // By another process, which tells nobody here.
    QCOMPARE(judged(text), u"known"_s);
    m_databases.clock.advance(21'000);
    QCOMPARE(judged(text), u"unsure"_s);
    QCOMPARE(admitted(text).error().code, ErrorCode::Unauthorized);
    QCOMPARE(judged(text), u"unauthorized"_s);
    QCOMPARE(admitted(token("anna")).error().code, ErrorCode::Unauthorized);
    say("UPDATE users SET active = 1");
    m_databases.clock.advance(21'000);
    QVERIFY(admitted(text));
}

void TestOidcAuthenticator::whatWasEndedHereIsKnownAtOnce()
{
    const std::string text = token("anna");
    const QString id = admitted(text)->id;
    m_databases.clock.advance(5'000);
    say("UPDATE users SET active = 0");
    m_cutoffs[id] = m_databases.clock.nowMs();
    QVERIFY(judged(text) != u"known"_s);
    QVERIFY(!admitted(text));
    m_databases.clock.advance(5'000);
    const std::string later = token("anna");
    QVERIFY(judged(later) != u"known"_s);
    QVERIFY(!admitted(later));
}

void TestOidcAuthenticator::whatWasEndedIsNotForgottenWhileATokenLives()
{
    const std::string text = token("anna");
    QVERIFY(admitted(text));
    m_databases.clock.advance(21'000);
    say("INSERT INTO token_cutoffs (user_id, before_ms) "
        "SELECT id, signed_in_at + 1 FROM users WHERE subject = 'anna'");
    QVERIFY(!admitted(text));
    m_databases.clock.advance(1'800'000);
    QCOMPARE(judged(text), u"unsure"_s);
    QVERIFY(!admitted(text));
    QVERIFY(admitted(token("anna")));
}

void TestOidcAuthenticator::aRoleChangedHereHoldsForTheNextToken()
{
    m_authenticator = std::make_unique<OidcAuthenticator>(
        std::vector{*OidcIssuer::parse(u"issuer=https://id.example audience=shop"_s)}, m_source,
        *m_database, m_databases.clock, [this](const QString &user, qint64 bornMs) {
            return m_cutoffs.contains(user) && bornMs < m_cutoffs[user];
        });
    const std::string before = token("anna", R"(,"r":"admin")");
    const QString id = admitted(before)->id;
    QCOMPARE(roleOf(before), u"customer"_s);
    m_databases.clock.advance(5'000);
    say("UPDATE users SET roles = 2");
    m_cutoffs[id] = m_databases.clock.nowMs();
    QCOMPARE(roleOf(before), u"refused"_s);
    m_databases.clock.advance(1'000);
    QCOMPARE(roleOf(token("anna")), u"staff"_s);
}

void TestOidcAuthenticator::aNewTokenIsASignInOnce()
{
    const char *signIns = "SELECT COUNT(*) FROM audit_entries WHERE action = 'sign_in'";
    const std::string first = token("anna");
    for (int i = 0; i < 3; ++i)
        QVERIFY(admitted(first));
    QCOMPARE(count(signIns), 1);
    m_databases.clock.advance(60'000);
    QVERIFY(admitted(first));
    QCOMPARE(count(signIns), 1);
    const std::string second = token("anna");
    QCOMPARE(judged(second), u"unsure"_s);
    for (int i = 0; i < 3; ++i)
        QVERIFY(admitted(second));
    QVERIFY(admitted(first));
    QCOMPARE(judged(second), u"known"_s);
    QCOMPARE(count(signIns), 2);
    QCOMPARE(count("SELECT COUNT(*) FROM audit_entries WHERE action = 'user.provisioned'"), 1);
    QCOMPARE(count("SELECT signed_in_at FROM users"), m_databases.clock.nowMs());
    QCOMPARE(count("SELECT COUNT(*) FROM audit_entries WHERE address = '203.0.113.7' AND "
                   "request_id = 'request-1' AND actor = subject"),
             3);
}

void TestOidcAuthenticator::twoTokensOfOneSecondBringTheirRoles()
{
    m_databases.clock.setNowMs(1'767'225'600'200);
    QCOMPARE(roleOf(token("anna", R"(,"r":"admin")")), u"admin"_s);
    m_databases.clock.advance(300);
    QCOMPARE(roleOf(token("anna", R"(,"r":"cashier")")), u"staff"_s);
    QCOMPARE(count("SELECT roles FROM users"), 2);
    QCOMPARE(count("SELECT version FROM users"), 2);
    // Not for ever, or two tokens in turn would write all day.
    m_databases.clock.advance(60'000);
    const std::string old = token("anna", R"(,"r":"vendor")");
    QVERIFY(admitted(old));
    m_databases.clock.advance(60'000);
    QVERIFY(admitted(token("anna", R"(,"r":"manager")")));
    QVERIFY(admitted(old));
    QCOMPARE(count("SELECT roles FROM users"), 8);
}

void TestOidcAuthenticator::manyAtOnceMakeOneUser()
{
    constexpr int Many = 60;
    const std::string text = token("anna", R"(,"email":"a@b.c","email_verified":true)");
    QVERIFY(admitted(token("warm-up")));
    std::vector<std::thread> threads;
    std::vector<QString> ids(Many);
    for (int i = 0; i < Many; ++i) {
        threads.emplace_back([&, i] {
            const auto actor = admitted(text);
            ids[std::size_t(i)] = actor ? actor->id : actor.error().detail;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    for (const QString &id : ids)
        QCOMPARE(id, ids.front());
    QCOMPARE(count("SELECT COUNT(*) FROM users"), 2);
    QCOMPARE(count("SELECT COUNT(*) FROM audit_entries WHERE action = 'user.provisioned'"), 2);
    QCOMPARE(count("SELECT COUNT(*) FROM audit_entries WHERE action = 'sign_in'"), 2);
}

void TestOidcAuthenticator::theEmailGoesToTheFirst()
{
    constexpr int Many = 40;
    QVERIFY(admitted(token("warm-up")));
    std::vector<std::string> tokens;
    for (int i = 0; i < Many; ++i) {
        tokens.push_back(
            token("s" + std::to_string(i), R"(,"email":"A@b.c","email_verified":true)"));
    }
    std::vector<std::thread> threads;
    std::atomic<int> good = 0;
    for (const std::string &text : tokens)
        threads.emplace_back([&] { good += admitted(text) ? 1 : 0; });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(good.load(), Many);
    QCOMPARE(count("SELECT COUNT(*) FROM users"), Many + 1);
    QCOMPARE(count("SELECT COUNT(*) FROM users WHERE email = 'a@b.c'"), 1);
    QCOMPARE(count("SELECT COUNT(*) FROM users WHERE email IS NOT NULL"), 1);
}

void TestOidcAuthenticator::thoseWhoWaitForKeysAreAnsweredTogether()
{
    m_source.isSlow = true;
    tp::test::Gate gate;
    std::atomic<int> left = 5;
    std::atomic<int> good = 0;
    for (int i = 0; i < 5; ++i) {
        m_authenticator->admit(token("anna"), Asker, [&](const Result<Actor> &actor) {
            good += actor ? 1 : 0;
            if (--left == 0)
                gate.open();
        });
    }
    QCOMPARE(m_source.asked[Discovery], 1);
    m_source.answerAll();
    QVERIFY(gate.pass());
    QCOMPARE(good.load(), 5);
    QCOMPARE(m_source.asked[Keys], 1);
}

void TestOidcAuthenticator::aKeyThatWasTakenBackCountsNoMore()
{
    const std::string text = token("anna");
    QVERIFY(admitted(text));
    QCOMPARE(judged(text), u"known"_s);
    publish({IssuerKey::ec().jwk("other")});
    m_databases.clock.advance(300'000);
    m_authenticator->keepFresh(300'000);
    QVERIFY(judged(text) != u"known"_s);
    QCOMPARE(admitted(text).error().code, ErrorCode::Unauthorized);
}

TP_TEST(TestOidcAuthenticator)
#include "tst_oidcauthenticator.moc"

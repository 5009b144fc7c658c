// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/oidckeys.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakekeysource.h"
#include "tests/support/issuerkey.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tp::Error;
using tp::ErrorCode;
using tp::Result;
using tp::auth::Jwt;
using tp::auth::OidcKeys;
using tp::test::FakeClock;
using tp::test::FakeKeySource;
using tp::test::IssuerKey;

namespace {

constexpr char DiscoveryPage[] = "https://id.example/.well-known/openid-configuration";
constexpr char KeysPage[] = "https://id.example/keys";
constexpr qint64 MinuteMs = 60'000;

} // namespace

/// When the keys of an issuer are asked for, and how long they hold.
class TestOidcKeys final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void theyAreAskedForWhenSomebodyNeedsThem();
    void aMadeUpNameIsAskedForOnceAMinute();
    void aNewKeyIsHadAtOnce();
    void whileTheIssuerIsAwayTheyHoldForADay();
    void withoutAnyItIsTriedEveryFiveSeconds();
    void whoeverWaitsIsAnsweredOnce();
    void tooManyDoNotWait();
    void bothDocumentsShareTheTime();
    void aBadDocumentGivesNone_data();
    void aBadDocumentGivesNone();
    void theyAreKeptFresh();
    void healthTellsTheirAge();

private:
    QString found(const std::string &kid);
    void publish(std::initializer_list<const char *> kids);

    const IssuerKey m_key = IssuerKey::ec();
    FakeClock m_clock;
    FakeKeySource m_source;
    std::shared_ptr<OidcKeys> m_keys;
};

void TestOidcKeys::init()
{
    m_source = FakeKeySource();
    m_source.documents[DiscoveryPage] =
        R"({"issuer":"https://id.example","jwks_uri":"https://id.example/keys"})";
    publish({"k"});
    m_keys = std::make_shared<OidcKeys>(u"https://id.example"_s, m_source, m_clock);
}

void TestOidcKeys::publish(std::initializer_list<const char *> kids)
{
    std::string text;
    for (const char *kid : kids)
        text += (text.empty() ? "" : ",") + m_key.jwk(kid);
    m_source.documents[KeysPage] = R"({"keys":[)" + text + "]}";
}

/// "there", "not there", "again in 60 s", or "waits".
QString TestOidcKeys::found(const std::string &kid)
{
    Jwt jwt;
    jwt.alg = "ES256";
    jwt.kid = kid;
    QString result = u"waits"_s;
    m_keys->find(jwt, [&](const Result<OidcKeys::Keys> &keys) {
        if (!keys)
            result = u"again in %1 s"_s.arg(keys.error().retryAfterS);
        else
            result = tp::auth::keyFor(**keys, jwt) ? u"there"_s : u"not there"_s;
    });
    return result;
}

void TestOidcKeys::theyAreAskedForWhenSomebodyNeedsThem()
{
    QCOMPARE(m_keys->known(), nullptr);
    QVERIFY(m_source.asked.empty());
    QCOMPARE(found("k"), u"there"_s);
    QCOMPARE(found("k"), u"there"_s);
    QVERIFY(m_keys->known());
    QCOMPARE(m_source.asked[DiscoveryPage], 1);
    QCOMPARE(m_source.asked[KeysPage], 1);
}

void TestOidcKeys::aMadeUpNameIsAskedForOnceAMinute()
{
    QCOMPARE(found("k"), u"there"_s);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(found("made up " + std::to_string(i)), u"not there"_s);
    QCOMPARE(m_source.asked[KeysPage], 2);
    QVERIFY(!m_keys->mayHaveNews());
    m_clock.advance(MinuteMs - 1);
    QCOMPARE(found("x"), u"not there"_s);
    QCOMPARE(m_source.asked[KeysPage], 2);
    m_clock.advance(1);
    QVERIFY(m_keys->mayHaveNews());
    QCOMPARE(found("x"), u"not there"_s);
    QCOMPARE(m_source.asked[KeysPage], 3);
}

void TestOidcKeys::aNewKeyIsHadAtOnce()
{
    QCOMPARE(found("k"), u"there"_s);
    publish({"k", "new"});
    QCOMPARE(found("new"), u"there"_s);
    publish({"newer"});
    QCOMPARE(found("newer"), u"not there"_s);
    QCOMPARE(found("k"), u"there"_s);
    m_clock.advance(MinuteMs);
    QCOMPARE(found("newer"), u"there"_s);
    QCOMPARE(found("k"), u"not there"_s);
}

void TestOidcKeys::whileTheIssuerIsAwayTheyHoldForADay()
{
    QCOMPARE(found("k"), u"there"_s);
    m_source.documents.clear();
    QCOMPARE(found("new"), u"again in 60 s"_s);
    m_clock.advance(MinuteMs / 4);
    QVERIFY(m_keys->mayHaveNews());
    QCOMPARE(found("new"), u"again in 45 s"_s);
    QCOMPARE(m_source.asked[DiscoveryPage], 2);
    m_clock.advance(24 * 60 * MinuteMs - MinuteMs / 4 - 1);
    QCOMPARE(found("k"), u"there"_s);
    m_clock.advance(1);
    QCOMPARE(m_keys->known(), nullptr);
    QCOMPARE(found("k"), u"again in 5 s"_s);
}

void TestOidcKeys::withoutAnyItIsTriedEveryFiveSeconds()
{
    const auto documents = std::exchange(m_source.documents, {});
    QCOMPARE(found("k"), u"again in 5 s"_s);
    m_source.documents = documents;
    m_clock.advance(2'000);
    QCOMPARE(found("k"), u"again in 3 s"_s);
    QCOMPARE(m_source.asked[DiscoveryPage], 1);
    m_clock.advance(3'000);
    QCOMPARE(found("k"), u"there"_s);
}

void TestOidcKeys::whoeverWaitsIsAnsweredOnce()
{
    m_source.isSlow = true;
    int answers = 0;
    for (int i = 0; i < 5; ++i)
        m_keys->find(Jwt(), [&](const Result<OidcKeys::Keys> &) { ++answers; });
    QCOMPARE(answers, 0);
    QCOMPARE(m_source.asked[DiscoveryPage], 1);
    m_source.answerAll();
    QCOMPARE(answers, 5);
    QCOMPARE(m_source.asked[KeysPage], 1);
}

void TestOidcKeys::tooManyDoNotWait()
{
    m_source.isSlow = true;
    int errors = 0;
    for (int i = 0; i < 1'010; ++i)
        m_keys->find(Jwt(), [&](const Result<OidcKeys::Keys> &keys) { errors += keys ? 0 : 1; });
    QCOMPARE(errors, 10);
    m_source.answerAll();
    QCOMPARE(errors, 10);
}

void TestOidcKeys::bothDocumentsShareTheTime()
{
    m_source.isSlow = true;
    m_keys->keepFresh(MinuteMs);
    QCOMPARE(m_source.timeoutMs, 5'000);
    m_clock.advance(4'000);
    m_source.answerAll();
    QCOMPARE(m_source.timeoutMs, 1'000);
}

void TestOidcKeys::aBadDocumentGivesNone_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QByteArray>("document");
    QTest::newRow("no discovery") << QByteArray(DiscoveryPage) << QByteArray("<html>");
    QTest::newRow("another issuer")
        << QByteArray(DiscoveryPage)
        << QByteArray(R"({"issuer":"https://evil.example","jwks_uri":"https://id.example/keys"})");
    QTest::newRow("no set") << QByteArray(KeysPage) << QByteArray("[]");
    QTest::newRow("nothing") << QByteArray(KeysPage) << QByteArray();
}

void TestOidcKeys::aBadDocumentGivesNone()
{
    QFETCH(QByteArray, address);
    QFETCH(QByteArray, document);
    m_source.documents[address.toStdString()] = document.toStdString();
    QCOMPARE(found("k"), u"again in 5 s"_s);
    QVERIFY(!m_keys->health().trouble.isEmpty());
}

void TestOidcKeys::theyAreKeptFresh()
{
    m_keys->keepFresh(5 * MinuteMs);
    m_keys->keepFresh(5 * MinuteMs);
    QCOMPARE(m_source.asked[KeysPage], 1);
    m_clock.advance(5 * MinuteMs - 1);
    m_keys->keepFresh(5 * MinuteMs);
    QCOMPARE(m_source.asked[KeysPage], 1);
    m_clock.advance(1);
    m_keys->keepFresh(5 * MinuteMs);
    QCOMPARE(m_source.asked[KeysPage], 2);
    // In trouble it is looked at more often.
    m_source.documents.clear();
    m_clock.advance(5 * MinuteMs);
    m_keys->keepFresh(5 * MinuteMs);
    m_clock.advance(MinuteMs / 2 - 1);
    m_keys->keepFresh(5 * MinuteMs);
    QCOMPARE(m_source.asked[DiscoveryPage], 3);
    m_clock.advance(1);
    m_keys->keepFresh(5 * MinuteMs);
    QCOMPARE(m_source.asked[DiscoveryPage], 4);
}

void TestOidcKeys::healthTellsTheirAge()
{
    QVERIFY(!m_keys->health().trouble.isEmpty());
    QVERIFY(!m_keys->health().keysAgeMs);
    QCOMPARE(found("k"), u"there"_s);
    m_clock.advance(12'000);
    QCOMPARE(m_keys->health().issuer, u"https://id.example"_s);
    QVERIFY(m_keys->health().trouble.isEmpty());
    QCOMPARE(m_keys->health().keysAgeMs, std::optional<qint64>(12'000));
    m_source.documents.clear();
    m_keys->keepFresh(10'000);
    QCOMPARE(m_keys->health().trouble, u"no such host"_s);
    QCOMPARE(m_keys->health().keysAgeMs, std::optional<qint64>(12'000));
}

TP_TEST(TestOidcKeys)
#include "tst_oidckeys.moc"

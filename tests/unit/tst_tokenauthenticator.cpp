// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/rolegrants.h"
#include "tests/support/testmain.h"
#include "tests/unit/mintedtokens.h"

#include <QTest>

using tp::Permission;
using tp::Role;
using tp::auth::KeyRing;
using tp::auth::SigningKey;
using tp::auth::TokenAuthenticator;
using tp::test::MintedTokens;
using tp::test::withMember;

using namespace Qt::StringLiterals;

class TestTokenAuthenticator final : public QObject
{
    Q_OBJECT

private slots:
    void anHonestTokenSaysWhoAsks();
    void aTillMayOnlyRecordSales();
    void whoMustEnrolMayNothingElse();
    void spellingsThatMeanTheSameAreTaken();
    void aTokenEndsToTheMillisecond();
    void aTokenFromTomorrowIsRefused();
    void aRetiredKeyChecksNoLonger();
    void aNewKeySignsOnlyFromItsHourOn();
    void anOldTokenOutlivesARotation();
    void anEndedSessionIsRefusedAlthoughItWasGood();
    void aCutOffUserIsRefusedToTheMillisecond();
    void aRefusalIsNotRemembered();
    void whatItSignedItselfIsKnownThoughItHasEnded();
    void whatIsRememberedIsBounded();
    void nobodyWritesWhereNobodyKnowsWhoWasPutOut();
    void admittingKnowsNoMore();
};

void TestTokenAuthenticator::anHonestTokenSaysWhoAsks()
{
    MintedTokens shop;
    const auto claims = shop.claims({Role::Customer, Role::Cashier});
    for (int time = 0; time < 2; ++time) { // First seen, then remembered.
        const tp::Actor actor = shop.actorOf(shop.token(claims));
        QCOMPARE(actor.id.toStdString(), claims.subject);
        QCOMPARE(actor.sessionId, claims.sessionId);
        QVERIFY(actor.roles == claims.roles);
        QVERIFY(actor.grants == tp::auth::grantsOf(claims.roles));
        QCOMPARE(actor.expiresAtMs, claims.nowMs + tp::auth::AccessLifetimeMs);
        QVERIFY(!actor.isTill);
    }
}

void TestTokenAuthenticator::aTillMayOnlyRecordSales()
{
    MintedTokens shop;
    auto claims = shop.claims({});
    claims.isTill = true;
    const tp::Actor till = shop.actorOf(shop.token(claims));
    QVERIFY(till.isTill);
    QVERIFY(till.grants == tp::auth::grantsOfTill());
    // A person's roles would not help it.
    claims.roles.set(std::size_t(Role::Admin));
    QVERIFY(shop.actorOf(shop.token(claims)).grants == tp::auth::grantsOfTill());
}

void TestTokenAuthenticator::whoMustEnrolMayNothingElse()
{
    MintedTokens shop;
    auto claims = shop.claims({Role::Admin});
    claims.mustEnrol = true;
    const tp::Actor actor = shop.actorOf(shop.token(claims));
    QVERIFY(actor.isKnown());
    for (int i = 0; i < int(Permission::Count); ++i)
        QVERIFY(!actor.may(Permission(i)));
}

void TestTokenAuthenticator::spellingsThatMeanTheSameAreTaken()
{
    MintedTokens shop;
    const QByteArray body = shop.body();
    for (const char *typ : {R"("AT+JWT")", R"("application/at+jwt")"})
        QVERIFY(shop.isGood(shop.signedText(withMember(shop.header(), "typ", typ), body)));
    const QByteArray list = withMember(body, "aud", R"(["tradepost"])");
    QVERIFY(shop.isGood(shop.signedText(shop.header(), list)));
    // Parts of a second are left off, so that it never lives longer than it says.
    const qint64 seconds = shop.clock.nowMs() / 1000 + 10;
    const std::string token =
        shop.signedText(shop.header(), withMember(body, "exp", QByteArray::number(seconds) + ".9"));
    shop.clock.setNowMs(seconds * 1000 - 1);
    QVERIFY(shop.isGood(token));
    shop.clock.setNowMs(seconds * 1000);
    QVERIFY(!shop.isGood(token));
}

void TestTokenAuthenticator::aTokenEndsToTheMillisecond()
{
    MintedTokens shop;
    const std::string token = shop.token();
    const qint64 endMs = shop.clock.nowMs() + tp::auth::AccessLifetimeMs;
    for (const bool isRemembered : {false, true}) {
        if (isRemembered)
            QVERIFY(shop.isGood(token));
        for (const qint64 lateMs : {qint64(0), qint64(1), qint64(59'000), qint64(86'400'000)}) {
            shop.clock.setNowMs(endMs + lateMs);
            QVERIFY(!shop.isGood(token));
        }
        shop.clock.setNowMs(endMs - 1);
        QVERIFY(shop.isGood(token));
    }
}

void TestTokenAuthenticator::aTokenFromTomorrowIsRefused()
{
    MintedTokens shop;
    auto claims = shop.claims();
    claims.nowMs += 86'400'000;
    QVERIFY(!shop.isGood(shop.token(claims)));
    // The clocks of two backends differ by a minute at most.
    const qint64 differenceMs = TokenAuthenticator::ClockDifferenceS * 1000;
    claims.nowMs = shop.clock.nowMs() + differenceMs;
    QVERIFY(shop.isGood(shop.token(claims)));
    claims.nowMs += 1000;
    QVERIFY(!shop.isGood(shop.token(claims)));
    for (const char *name : {"iat", "nbf"}) {
        const auto soon = QByteArray::number((shop.clock.nowMs() + differenceMs) / 1000 + 1);
        QVERIFY(!shop.isGood(shop.signedText(shop.header(), withMember(shop.body(), name, soon))));
    }
}

void TestTokenAuthenticator::aRetiredKeyChecksNoLonger()
{
    MintedTokens shop;
    const std::string token = shop.token();
    SigningKey retired = shop.key;
    retired.retiredAtMs = shop.clock.nowMs() + 1000;
    shop.keys.replace(KeyRing(tp::test::MintedShopId, {retired}));
    QVERIFY(shop.isGood(token));
    shop.clock.advance(999);
    QVERIFY(shop.isGood(token));
    shop.clock.advance(1);
    QVERIFY(!shop.isGood(token)); // Although it was remembered.
    QVERIFY(!shop.keys.ring()->signing(shop.clock.nowMs()));
    QCOMPARE(shop.keys.ring()->jwks(shop.clock.nowMs()), std::string(R"({"keys":[]})"));
    shop.keys.replace(KeyRing());
    shop.clock.setNowMs(*retired.retiredAtMs - 1);
    QVERIFY(!shop.isGood(token));
}

void TestTokenAuthenticator::aNewKeySignsOnlyFromItsHourOn()
{
    MintedTokens shop;
    SigningKey fresh = SigningKey::make(shop.random);
    fresh.activeFromMs = shop.clock.nowMs() + 60'000;
    shop.key.activeFromMs = shop.clock.nowMs() - 1000;
    shop.key.retiredAtMs = fresh.activeFromMs + tp::auth::AccessLifetimeMs;
    for (const auto &keys : {std::vector{shop.key, fresh}, std::vector{fresh, shop.key}}) {
        const KeyRing ring(tp::test::MintedShopId, keys);
        QCOMPARE(ring.signing(fresh.activeFromMs - 1)->kid, shop.key.kid);
        QCOMPARE(ring.signing(fresh.activeFromMs)->kid, fresh.kid);
        QVERIFY(ring.jwks(shop.clock.nowMs()).find(fresh.kid) != std::string::npos);
        QVERIFY(ring.jwks(shop.clock.nowMs()).find(shop.key.kid) != std::string::npos);
    }
}

void TestTokenAuthenticator::anOldTokenOutlivesARotation()
{
    MintedTokens shop;
    const std::string before = shop.token();
    SigningKey fresh = SigningKey::make(shop.random);
    fresh.activeFromMs = shop.clock.nowMs() + 60'000;
    SigningKey old = shop.key;
    old.retiredAtMs = fresh.activeFromMs + tp::auth::AccessLifetimeMs;
    shop.keys.replace(KeyRing(tp::test::MintedShopId, {old, fresh}));
    QVERIFY(shop.isGood(before));
    shop.clock.advance(tp::auth::AccessLifetimeMs - 1);
    QVERIFY(shop.isGood(before));
    shop.key = fresh;
    QVERIFY(shop.isGood(shop.token()));
    shop.clock.advance(86'400'000);
    QVERIFY(shop.isGood(shop.token()));
}

void TestTokenAuthenticator::anEndedSessionIsRefusedAlthoughItWasGood()
{
    MintedTokens shop;
    const auto claims = shop.claims();
    auto refreshed = claims;
    refreshed.tokenId = shop.claims().tokenId;
    QVERIFY(shop.isGood(shop.token(claims)));
    const std::string other = shop.token();
    shop.ended.endSession(claims.sessionId.toString(), shop.clock.nowMs());
    QVERIFY(!shop.isGood(shop.token(claims)));
    QVERIFY(!shop.isGood(shop.token(refreshed)));
    QVERIFY(shop.isGood(other));
    // From the database, as another backend ended it.
    shop.ended.replace({{shop.actorOf(other).sessionId.toString()}, {}}, shop.clock.nowMs(),
                       shop.clock.steadyMs());
    QVERIFY(!shop.isGood(other));
}

void TestTokenAuthenticator::aCutOffUserIsRefusedToTheMillisecond()
{
    MintedTokens shop;
    const auto before = shop.claims();
    shop.clock.advance(1);
    auto after = before;
    after.tokenId = shop.claims().tokenId;
    const std::string others = shop.token();
    QVERIFY(shop.isGood(shop.token(before)));
    QVERIFY(shop.isGood(shop.token(after)));
    shop.ended.cutOff(before.subject, shop.clock.nowMs());
    QVERIFY(!shop.isGood(shop.token(before)));
    QVERIFY(shop.isGood(shop.token(after)));
    QVERIFY(shop.isGood(others));
    shop.ended.cutOff(before.subject, shop.clock.nowMs() + 1);
    QVERIFY(!shop.isGood(shop.token(after)));
}

void TestTokenAuthenticator::aRefusalIsNotRemembered()
{
    MintedTokens shop;
    const std::string token = shop.token();
    const qint64 nowMs = shop.clock.nowMs();
    shop.clock.setNowMs(nowMs - 86'400'000);
    QVERIFY(!shop.isGood(token));
    shop.clock.setNowMs(nowMs);
    QVERIFY(shop.isGood(token));
    for (int i = 0; i < 100; ++i)
        QVERIFY(!shop.isGood(token + std::to_string(i)));
    QCOMPARE(shop.authenticator.rememberedCount(), std::size_t(1));
}

void TestTokenAuthenticator::whatItSignedItselfIsKnownThoughItHasEnded()
{
    MintedTokens shop;
    const std::string token = shop.token();
    QVERIFY(!shop.authenticator.isRemembered(token));
    shop.clock.advance(tp::auth::AccessLifetimeMs);
    QVERIFY(!shop.isGood(token));
    QVERIFY(shop.authenticator.isRemembered(token));
    QVERIFY(!shop.isGood(token + "A"));
    QVERIFY(!shop.authenticator.isRemembered(token + "A"));
}

void TestTokenAuthenticator::whatIsRememberedIsBounded()
{
    MintedTokens shop;
    constexpr std::size_t Most = TokenAuthenticator::RememberedMax;
    const std::string first = shop.token();
    QVERIFY(shop.isGood(first));
    for (std::size_t i = 1; i < Most; ++i)
        QVERIFY(shop.isGood(shop.token()));
    QCOMPARE(shop.authenticator.rememberedCount(), Most);
    shop.clock.advance(tp::auth::AccessLifetimeMs - 1); // All of them still live.
    QVERIFY(shop.isGood(shop.token()));
    QVERIFY(shop.authenticator.rememberedCount() <= Most);
    QVERIFY(shop.isGood(first)); // Forgotten, and found good again.
}

void TestTokenAuthenticator::nobodyWritesWhereNobodyKnowsWhoWasPutOut()
{
    MintedTokens shop;
    const std::string token = shop.token();
    QVERIFY(shop.authenticator.mayWrite());
    shop.clock.advance(tp::auth::EndedTokens::BlindMsMax);
    QVERIFY(shop.authenticator.mayWrite());
    shop.clock.advance(1);
    const auto may = shop.authenticator.mayWrite();
    QVERIFY(!may);
    QCOMPARE(may.error().code, tp::ErrorCode::Unavailable);
    QVERIFY(shop.isGood(token)); // To read is still allowed.
    shop.ended.replace({}, shop.clock.nowMs(), shop.clock.steadyMs());
    QVERIFY(shop.authenticator.mayWrite());
    // The wall clock says nothing of that.
    shop.clock.setNowMs(shop.clock.nowMs() + 86'400'000);
    QVERIFY(shop.authenticator.mayWrite());
}

void TestTokenAuthenticator::admittingKnowsNoMore()
{
    MintedTokens shop;
    int asked = 0;
    shop.authenticator.admit(shop.token(), {}, [&asked](const tp::Result<tp::Actor> &actor) {
        ++asked;
        QCOMPARE(actor.error().code, tp::ErrorCode::Unauthorized);
    });
    QCOMPARE(asked, 1);
}

TP_TEST(TestTokenAuthenticator)
#include "tst_tokenauthenticator.moc"

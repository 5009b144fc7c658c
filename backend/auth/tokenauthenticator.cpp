// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/tokenauthenticator.h"

#include "backend/auth/accesstoken.h"
#include "backend/auth/jwt.h"
#include "backend/auth/rolegrants.h"
#include "backend/auth/tokendigest.h"
#include "backend/kernel/role.h"

using namespace Qt::StringLiterals;

namespace tp::auth {
namespace {

Error nobodys()
{
    return {ErrorCode::Unauthorized, u"this token is not good"_s, {}};
}

bool isTrue(const Jwt &jwt, std::string_view claim)
{
    const contract::JsonValue *value = jwt.claims.find(claim);
    return value && value->type == contract::JsonValue::Type::Boolean && value->boolean;
}

std::optional<Roles> rolesIn(const Jwt &jwt)
{
    const contract::JsonValue *list = jwt.claims.find("roles");
    if (!list || list->type != contract::JsonValue::Type::Array)
        return std::nullopt;
    Roles roles;
    for (const contract::JsonValue &item : list->items) {
        const auto role = roleNamed(item.text);
        if (!role)
            return std::nullopt;
        roles.set(std::size_t(*role));
    }
    return roles;
}

Result<Actor> actorIn(const Jwt &jwt)
{
    const contract::JsonValue *sid = jwt.claims.find("sid");
    const auto session = sid ? SessionId::parse(std::string_view(sid->text)) : std::nullopt;
    const auto roles = rolesIn(jwt);
    if (!session || !roles || !Uuid::parse(std::string_view(jwt.sub)))
        return nobodys();
    Actor actor;
    actor.id = QString::fromStdString(jwt.sub);
    actor.sessionId = *session;
    actor.roles = *roles;
    actor.isTill = isTrue(jwt, "till");
    if (actor.isTill)
        actor.grants = grantsOfTill();
    else if (!isTrue(jwt, "enrol"))
        actor.grants = grantsOf(*roles);
    actor.expiresAtMs = *jwt.exp * 1000;
    return actor;
}

} // namespace

http::Authenticator::Verdict TokenAuthenticator::check(std::string_view token) const
{
    const qint64 nowMs = m_clock.nowMs();
    const std::string hash = tokenDigest(token);
    std::optional<Known> known = remembered(hash);
    if (!known) {
        auto fresh = judged(token, nowMs);
        if (!fresh)
            return fresh.error();
        known = std::move(fresh).value();
        remember(hash, *known, nowMs);
    }
    if (const auto stands = checkStanding(*known, nowMs); !stands)
        return stands.error();
    return std::move(known->actor);
}

void TokenAuthenticator::admit(const std::string &, const Origin &, Admitted done)
{
    done(nobodys()); // Of our own tokens, memory knows everything.
}

Result<void> TokenAuthenticator::mayWrite() const
{
    if (m_ended.isFresh(m_clock.steadyMs()))
        return {};
    return Error{
        ErrorCode::Unavailable, u"which sessions were ended could not be read for too long"_s, {}};
}

Result<TokenAuthenticator::Known> TokenAuthenticator::judged(std::string_view token,
                                                             qint64 nowMs) const
{
    TP_TRY(const Jwt jwt, parseJwt(token));
    const auto ring = m_keys.ring();
    const SigningKey *key = ring->find(jwt.kid, nowMs);
    const bool isOurs = key && jwt.alg == "EdDSA" && jwt.typ == "at+jwt" &&
                        jwt.iss == ring->issuer() && jwt.aud.size() == 1 &&
                        jwt.aud.front() == AccessAudience &&
                        key->verifies(jwt.signingInput, jwt.signature);
    const auto tokenId = Uuid::parse(std::string_view(jwt.jti));
    if (!isOurs || !tokenId || !jwt.iat || !jwt.nbf)
        return nobodys();
    // What has ended is known as ours all the same, and refused each time that it is asked about.
    const bool hasEnded = jwt.exp && *jwt.exp * 1000 <= nowMs;
    if (const auto times = checkTimes(jwt, nowMs, ClockDifferenceS); !times && !hasEnded)
        return times.error();
    TP_TRY(Actor actor, actorIn(jwt));
    Known known{{}, actor.sessionId.toString(), jwt.kid, tokenId->unixMs()};
    known.actor = std::move(actor);
    return known;
}

Result<void> TokenAuthenticator::checkStanding(const Known &known, qint64 nowMs) const
{
    const bool stands = known.actor.expiresAtMs > nowMs && m_keys.ring()->find(known.kid, nowMs) &&
                        !m_ended.isSessionEnded(known.sessionId) &&
                        !m_ended.isCutOff(known.actor.id.toStdString(), known.bornMs);
    return stands ? Result<void>() : nobodys();
}

bool TokenAuthenticator::isRemembered(std::string_view token) const
{
    const std::string hash = tokenDigest(token);
    const std::lock_guard lock(m_mutex);
    return m_known.contains(hash);
}

std::optional<TokenAuthenticator::Known>
TokenAuthenticator::remembered(const std::string &hash) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_known.find(hash);
    return found != m_known.end() ? std::optional(found->second) : std::nullopt;
}

void TokenAuthenticator::remember(const std::string &hash, const Known &known, qint64 nowMs) const
{
    const std::lock_guard lock(m_mutex);
    if (m_known.size() >= RememberedMax) {
        std::erase_if(m_known,
                      [nowMs](const auto &one) { return one.second.actor.expiresAtMs <= nowMs; });
    }
    if (m_known.size() >= RememberedMax)
        m_known.clear();
    m_known.insert_or_assign(hash, known);
}

} // namespace tp::auth

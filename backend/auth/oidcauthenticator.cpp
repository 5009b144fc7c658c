// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/oidcauthenticator.h"

#include "backend/auth/oidcclaims.h"
#include "backend/auth/oidcuserservice.h"
#include "backend/auth/rolegrants.h"

using namespace Qt::StringLiterals;

namespace tp::auth {
namespace {

constexpr std::size_t TokensMax = 2'000;
constexpr qint64 LeewayS = 60; ///< How far the clock of an issuer may be off.

/// So often a user is read again, so that whoever was disabled by another process is out.
constexpr qint64 UserHoldsMs = 20'000;

/// How long a change may take from its time to the moment at which others can read it.
constexpr qint64 ChangeHidesMs = 2'000;

Error notValid(const QString &why)
{
    return {ErrorCode::Unauthorized, u"this token is not valid: "_s + why, {}};
}

Error tooBusy(const QString &what)
{
    return {ErrorCode::Unavailable, what, {}};
}

} // namespace

OidcAuthenticator::OidcAuthenticator(std::vector<OidcIssuer> issuers, KeySource &source,
                                     storage::Database &database, const Clock &clock,
                                     IsEnded isEnded)
    : m_database(database)
    , m_clock(clock)
    , m_isEnded(std::move(isEnded))
    , m_tokens(TokensMax)
{
    for (OidcIssuer &issuer : issuers) {
        auto keys = std::make_shared<OidcKeys>(issuer.issuer, source, clock);
        std::string iss = issuer.issuer.toStdString();
        std::string audience = issuer.audience.toStdString();
        m_trusts.push_back(
            {std::move(issuer), std::move(iss), std::move(audience), std::move(keys)});
    }
}

const OidcAuthenticator::Trust *OidcAuthenticator::trustIn(std::string_view iss) const
{
    for (const Trust &trust : m_trusts) {
        if (trust.iss == iss)
            return &trust;
    }
    return nullptr;
}

/// Everything that can be said of a token without its issuer's keys.
Result<Jwt> OidcAuthenticator::readToken(std::string_view token) const
{
    TP_TRY(Jwt jwt, parseJwt(token));
    const Trust *trust = trustIn(jwt.iss);
    if (!trust)
        return notValid(u"its issuer is not trusted"_s);
    if (!isKnownAlgorithm(jwt.alg))
        return notValid(u"its algorithm is not taken"_s);
    if (!hasAudience(jwt, trust->audience))
        return notValid(u"it is made for somebody else"_s);
    TP_CHECK(checkTimes(jwt, m_clock.nowMs(), LeewayS));
    return jwt;
}

OidcAuthenticator::Look OidcAuthenticator::lookAt(std::string_view token) const
{
    if (const SignedToken known = m_tokens.find(token)) {
        if (const auto isNow = checkTimes(known->jwt, m_clock.nowMs(), LeewayS); !isNow)
            return isNow.error();
        if (known->keys == trustIn(known->jwt.iss)->keys->known())
            return known;
    }
    Result<Jwt> jwt = readToken(token);
    if (!jwt)
        return jwt.error();
    const OidcKeys &keys = *trustIn(jwt->iss)->keys;
    const OidcKeys::Keys known = keys.known();
    if (!known || (!keyFor(*known, *jwt) && keys.mayHaveNews()))
        return Unsure();
    Result<SignedToken> verified = verify(token, std::move(jwt).value(), known);
    return verified ? Look(*verified) : Look(verified.error());
}

Result<OidcAuthenticator::SignedToken> OidcAuthenticator::verify(std::string_view token, Jwt jwt,
                                                                 const OidcKeys::Keys &keys) const
{
    const Jwk *key = keyFor(*keys, jwt);
    if (!key)
        return notValid(u"its issuer has no such key"_s);
    if (!verifySignature(jwt.alg, *key, jwt.signingInput, jwt.signature))
        return notValid(u"its signature is wrong"_s);
    TP_TRY(OidcAccount account, accountOf(jwt, trustIn(jwt.iss)->issuer));
    auto verified =
        std::make_shared<const Signed>(Signed{std::move(jwt), std::move(account), keys});
    m_tokens.add(token, verified);
    return SignedToken(verified);
}

http::Authenticator::Verdict OidcAuthenticator::check(std::string_view token) const
{
    const Look look = lookAt(token);
    if (const Error *error = std::get_if<Error>(&look))
        return *error;
    const SignedToken *verified = std::get_if<SignedToken>(&look);
    const auto entry = verified ? m_users.find((*verified)->account) : std::nullopt;
    return entry ? judge(**verified, *entry) : Verdict(Unsure());
}

http::Authenticator::Verdict OidcAuthenticator::judge(const Signed &token,
                                                      const KnownUsers::Entry &entry) const
{
    const bool isOld = m_clock.steadyMs() - entry.readSteadyMs > UserHoldsMs ||
                       m_isEnded(entry.user.id.toQString(), entry.readMs);
    if (isOld || OidcUserService::isNews(entry.user, token.account))
        return Unsure();
    const auto actor = actorOf(token, entry.user);
    return actor ? Verdict(*actor) : Verdict(actor.error());
}

Result<Actor> OidcAuthenticator::actorOf(const Signed &token, const OidcUser &user) const
{
    Actor actor;
    actor.id = user.id.toQString();
    // Memory forgets what ended before any token of our own could be made; an issuer's live longer.
    const qint64 bornMs = token.account.bornMs;
    if (!user.isActive || bornMs < user.cutOffMs || m_isEnded(actor.id, bornMs))
        return notValid(u"whose it is may not come in"_s);
    actor.roles = token.account.decidesRoles ? token.account.roles : user.roles;
    actor.grants = grantsOf(actor.roles);
    actor.expiresAtMs = token.jwt.exp.value_or(0) * 1000;
    return actor;
}

void OidcAuthenticator::admit(const std::string &token, const Origin &origin, Admitted done)
{
    const Look look = lookAt(token);
    if (const Error *error = std::get_if<Error>(&look))
        return done(*error);
    if (const SignedToken *verified = std::get_if<SignedToken>(&look))
        return admitUser(*verified, origin, done);
    auto jwt = parseJwt(token);
    if (!jwt)
        return done(jwt.error());
    trustIn(jwt->iss)->keys->find(*jwt, [this, token, origin, jwt = *jwt, done = std::move(done)](
                                            const Result<OidcKeys::Keys> &keys) {
        if (!keys)
            return done(keys.error());
        const auto verified = verify(token, jwt, *keys);
        if (!verified)
            return done(verified.error());
        admitUser(*verified, origin, done);
    });
}

void OidcAuthenticator::admitUser(const SignedToken &token, const Origin &origin,
                                  const Admitted &done)
{
    const qint64 askedMs = m_clock.nowMs();
    auto read = [this, token, origin, done, askedMs](const Result<storage::Snapshot *> &snapshot) {
        if (!snapshot)
            return done(snapshot.error());
        const auto user = OidcUserStore::find(**snapshot, token->account);
        if (!user)
            return done(user.error());
        if (OidcUserService::isNews(*user, token->account) && (!*user || (*user)->isActive))
            return signIn(token, origin, done);
        done(remember(*token, **user, askedMs));
    };
    if (!m_database.submitRead(std::move(read)))
        done(tooBusy(u"the queue of readings is full"_s));
}

/// In the lane of sales: a till that waits for it cannot sell.
void OidcAuthenticator::signIn(const SignedToken &token, const Origin &origin, const Admitted &done)
{
    const qint64 askedMs = m_clock.nowMs();
    auto user = std::make_shared<Result<OidcUser>>(tooBusy(u"the sign-in did not run"_s));
    auto job = [token, origin, user](storage::UnitOfWork &work) {
        *user = OidcUserService::signIn(work, token->account, origin);
        return *user ? storage::UnitOfWork::Keep::Yes : storage::UnitOfWork::Keep::No;
    };
    auto end = [this, token, user, done, askedMs](const storage::Writer::Outcome &outcome) {
        if (!*user)
            return done(user->error());
        if (!outcome.committed)
            return done(outcome.committed.error());
        done(remember(*token, **user, askedMs));
    };
    if (!m_database.writer().submit(storage::Writer::Lane::Sales, std::move(job), std::move(end)))
        done(tooBusy(u"the queue of changes is full"_s));
}

Result<Actor> OidcAuthenticator::remember(const Signed &token, const OidcUser &user, qint64 askedMs)
{
    m_users.insert(token.account, {user, askedMs - ChangeHidesMs, m_clock.steadyMs()});
    return actorOf(token, user);
}

RefusedToken OidcAuthenticator::describe(std::string_view token, const Error &why) const
{
    RefusedToken refused{why.detail.toStdString(), {}, {}};
    if (const SignedToken known = m_tokens.find(token)) {
        refused.issuer = known->jwt.iss;
        if (const auto entry = m_users.find(known->account))
            refused.userId = entry->user.id.toString();
    } else if (const auto jwt = parseJwt(token); jwt && trustIn(jwt->iss)) {
        refused.issuer = jwt->iss;
    }
    return refused;
}

void OidcAuthenticator::keepFresh(qint64 ageMs)
{
    for (const Trust &trust : m_trusts)
        trust.keys->keepFresh(ageMs);
}

QList<IssuerHealth> OidcAuthenticator::health() const
{
    QList<IssuerHealth> all;
    for (const Trust &trust : m_trusts)
        all.append(trust.keys->health());
    return all;
}

} // namespace tp::auth

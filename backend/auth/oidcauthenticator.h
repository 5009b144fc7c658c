// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/knownusers.h"
#include "backend/auth/oidcissuer.h"
#include "backend/auth/oidckeys.h"
#include "backend/auth/refusedtokenservice.h"
#include "backend/auth/tokencache.h"
#include "backend/http/authenticator.h"
#include "backend/storage/database.h"

#include <QList>

namespace tp::auth {

/// Knows people by the tokens of the OpenID Connect issuers that this shop trusts (RFC 8725, and
/// RFC 9068 where a token says that it is an access token). The issuer's keys, the tokens checked
/// lately and the people who bring them are kept in memory; what is not there is found out by
/// admit(), which makes a user of whoever comes for the first time.
class OidcAuthenticator final : public http::Authenticator
{
public:
    /// Whether what was said of a user before `bornMs` no longer holds: tokens made then are void.
    using IsEnded = std::function<bool(const QString &userId, qint64 bornMs)>;

    /// `source`, `database` and `clock` outlive it.
    OidcAuthenticator(std::vector<OidcIssuer> issuers, KeySource &source,
                      storage::Database &database, const Clock &clock, IsEnded isEnded);

    bool hasIssuers() const { return !m_trusts.empty(); }

    /// Whether tokens of that issuer are for this one to judge.
    bool isFor(std::string_view iss) const { return trustIn(iss) != nullptr; }

    Verdict check(std::string_view token) const override;
    void admit(const std::string &token, const Origin &origin, Admitted done) override;
    Result<void> mayWrite() const override { return {}; }

    /// Whether its signature was found good lately, by keys that may be others now.
    bool isRemembered(std::string_view token) const { return m_tokens.find(token) != nullptr; }

    /// What can be said of a token that was refused, whoever it is from.
    RefusedToken describe(std::string_view token, const Error &why) const;

    /// Has keys fetched that were not asked for within `ageMs`.
    void keepFresh(qint64 ageMs);
    QList<IssuerHealth> health() const;

private:
    struct Trust
    {
        OidcIssuer issuer;
        std::string iss; ///< As tokens spell it.
        std::string audience;
        std::shared_ptr<OidcKeys> keys;
    };

    /// A token whose signature is good, by these keys.
    struct Signed
    {
        Jwt jwt;
        OidcAccount account;
        OidcKeys::Keys keys;
    };
    using SignedToken = std::shared_ptr<const Signed>;
    using Look = std::variant<SignedToken, Error, Unsure>;

    const Trust *trustIn(std::string_view iss) const;
    Result<Jwt> readToken(std::string_view token) const;
    Look lookAt(std::string_view token) const;
    Result<SignedToken> verify(std::string_view token, Jwt jwt, const OidcKeys::Keys &keys) const;
    Verdict judge(const Signed &token, const KnownUsers::Entry &entry) const;
    Result<Actor> actorOf(const Signed &token, const OidcUser &user) const;

    void admitUser(const SignedToken &token, const Origin &origin, const Admitted &done);
    void signIn(const SignedToken &token, const Origin &origin, const Admitted &done);
    Result<Actor> remember(const Signed &token, const OidcUser &user, qint64 askedMs);

    std::vector<Trust> m_trusts;
    storage::Database &m_database;
    const Clock &m_clock;
    const IsEnded m_isEnded;
    mutable TokenCache<Signed> m_tokens;
    mutable KnownUsers m_users;
};

} // namespace tp::auth

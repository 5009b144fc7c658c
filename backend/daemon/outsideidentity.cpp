// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/outsideidentity.h"

#include "backend/auth/issuerroutes.h"
#include "backend/contract/signin.h"

using namespace Qt::StringLiterals;

namespace tp::daemon {
namespace {

constexpr int TickMs = 15'000;

/// So old keys may be: one that an issuer takes back is not trusted for longer.
constexpr qint64 KeysFreshMs = 5 * 60'000;
constexpr qint64 WatchedMs = 10'000;

contract::HealthCheck checkOf(const auth::IssuerHealth &issuer)
{
    contract::HealthCheck check;
    check.name = u"issuer "_s + issuer.issuer;
    check.ageMs = issuer.keysAgeMs;
    if (!issuer.trouble.isEmpty()) {
        check.status = contract::HealthState::Degraded;
        check.detail = issuer.trouble;
    }
    return check;
}

} // namespace

OutsideIdentity::OutsideIdentity(std::vector<auth::OidcIssuer> issuers, storage::Database &database,
                                 const Clock &clock, auth::OidcAuthenticator::IsEnded isEnded)
    : m_issuers(std::move(issuers))
    , m_authenticator(m_issuers, m_fetcher, database, clock, std::move(isEnded))
{
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer,
                     [this] { m_authenticator.keepFresh(KeysFreshMs); });
}

void OutsideIdentity::addRoutes(http::Router &router) const
{
    contract::IdentityIssuers issuers;
    for (const auth::OidcIssuer &issuer : m_issuers)
        issuers.items.append({issuer.issuer, issuer.clientId, issuer.audience, issuer.name});
    auth::addIssuerRoutes(router, issuers);
}

void OutsideIdentity::start()
{
    if (m_issuers.empty())
        return;
    m_authenticator.keepFresh(KeysFreshMs);
    m_timer.start(TickMs);
}

void OutsideIdentity::stop()
{
    m_timer.stop();
    m_fetcher.stop();
}

QList<contract::HealthCheck> OutsideIdentity::health() const
{
    QList<contract::HealthCheck> checks;
    for (const auth::IssuerHealth &issuer : m_authenticator.health())
        checks.append(checkOf(issuer));
    return checks;
}

void OutsideIdentity::lookAgain()
{
    m_authenticator.keepFresh(WatchedMs);
}

} // namespace tp::daemon

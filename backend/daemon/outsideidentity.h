// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/oidcauthenticator.h"
#include "backend/contract/status.h"
#include "backend/daemon/oidckeyfetcher.h"

#include <QTimer>

namespace tp::http {
class Router;
}

namespace tp::daemon {

/// The issuers of OpenID Connect that a shop trusts, put together: their keys from the network,
/// their tokens, how they are. Lives on the main thread; the authenticator serves any.
class OutsideIdentity
{
public:
    /// `database` and `clock` outlive it.
    OutsideIdentity(std::vector<auth::OidcIssuer> issuers, storage::Database &database,
                    const Clock &clock, auth::OidcAuthenticator::IsEnded isEnded);

    auth::OidcAuthenticator &authenticator() { return m_authenticator; }

    /// GET /api/auth/issuers.
    void addRoutes(http::Router &router) const;

    /// Fetches keys now and then; ends it, and lets nobody wait any longer.
    void start();
    void stop();

    /// Each issuer's; one that cannot be reached only degrades the whole. Any thread.
    QList<contract::HealthCheck> health() const;

    /// Somebody wants to know: looks again at issuers that were not asked lately. Any thread.
    void lookAgain();

private:
    const std::vector<auth::OidcIssuer> m_issuers;
    OidcKeyFetcher m_fetcher;
    auth::OidcAuthenticator m_authenticator;
    QTimer m_timer;
};

} // namespace tp::daemon

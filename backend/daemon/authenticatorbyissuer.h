// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/oidcauthenticator.h"
#include "backend/auth/tokenauthenticator.h"

namespace tp::daemon {

/// Lets the one judge a token whose it is to judge: outside issuers' go to `outside`, all others to
/// `own`. Who names an issuer proves nothing by it. What is refused goes to the audit trail, but
/// for what this shop has signed itself: that such tokens end is nothing to remember.
class AuthenticatorByIssuer final : public http::Authenticator
{
public:
    AuthenticatorByIssuer(auth::TokenAuthenticator &own, auth::OidcAuthenticator &outside,
                          auth::RefusedTokenService &refused)
        : m_own(own)
        , m_outside(outside)
        , m_refused(refused)
    {}

    Verdict check(std::string_view token) const override { return judgeOf(token).check(token); }
    void admit(const std::string &token, const Origin &origin, Admitted done) override
    {
        judgeOf(token).admit(token, origin, std::move(done));
    }
    void noteRefusal(std::string_view token, const Origin &origin, const Error &why) override;
    Result<void> mayWrite() const override { return m_own.mayWrite(); }

private:
    http::Authenticator &judgeOf(std::string_view token) const;

    auth::TokenAuthenticator &m_own;
    auth::OidcAuthenticator &m_outside;
    auth::RefusedTokenService &m_refused;
};

} // namespace tp::daemon

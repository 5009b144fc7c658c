// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/oidcauthenticator.h"

namespace tp::daemon {

/// Lets the one judge a token whose it is to judge: outside issuers' go to `outside`, all others to
/// `own`. Who names an issuer proves nothing by it.
class AuthenticatorByIssuer final : public http::Authenticator
{
public:
    AuthenticatorByIssuer(http::Authenticator &own, auth::OidcAuthenticator &outside)
        : m_own(own)
        , m_outside(outside)
    {}

    Verdict check(std::string_view token) const override { return judgeOf(token).check(token); }
    void admit(const std::string &token, Admitted done) override
    {
        judgeOf(token).admit(token, std::move(done));
    }
    Result<void> mayWrite() const override { return m_own.mayWrite(); }

private:
    http::Authenticator &judgeOf(std::string_view token) const;

    http::Authenticator &m_own;
    auth::OidcAuthenticator &m_outside;
};

} // namespace tp::daemon

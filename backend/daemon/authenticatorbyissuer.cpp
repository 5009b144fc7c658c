// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/authenticatorbyissuer.h"

namespace tp::daemon {

http::Authenticator &AuthenticatorByIssuer::judgeOf(std::string_view token) const
{
    if (!m_outside.hasIssuers())
        return m_own; // Each request comes by here: nothing to read the token for.
    const auto jwt = auth::parseJwt(token);
    if (jwt && m_outside.isFor(jwt->iss))
        return m_outside;
    return m_own;
}

} // namespace tp::daemon

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/authenticatorbyissuer.h"

namespace tp::daemon {

http::Authenticator &AuthenticatorByIssuer::judgeOf(std::string_view token) const
{
    // Each request comes by here: tokens that are known are not read again.
    if (!m_outside.hasIssuers() || m_own.isRemembered(token))
        return m_own;
    if (m_outside.isRemembered(token))
        return m_outside;
    const auto jwt = auth::parseJwt(token);
    if (jwt && m_outside.isFor(jwt->iss))
        return m_outside;
    return m_own;
}

void AuthenticatorByIssuer::noteRefusal(std::string_view token, const Origin &origin,
                                        const Error &why)
{
    if (!m_own.isRemembered(token))
        m_refused.note(m_outside.describe(token, why), origin);
}

} // namespace tp::daemon

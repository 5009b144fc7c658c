// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/socketpass.h"

namespace tp::http {

SocketPass::SocketPass(Authenticator &authenticator, std::string token, Origin origin)
    : m_authenticator(authenticator)
    , m_token(std::move(token))
    , m_origin(std::move(origin))
{}

bool SocketPass::holds()
{
    const Authenticator::Verdict verdict = m_authenticator.check(m_token);
    if (const Error *error = std::get_if<Error>(&verdict))
        return error->code == ErrorCode::Unavailable;
    if (std::holds_alternative<Authenticator::Unsure>(verdict)) {
        m_authenticator.admit(
            m_token, m_origin, [isRefused = m_isRefused](const Result<Actor> &actor) {
                const bool isNobodys = !actor && actor.error().code != ErrorCode::Unavailable;
                isRefused->store(isNobodys);
            });
    }
    return !m_isRefused->load();
}

} // namespace tp::http

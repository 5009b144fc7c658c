// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/authenticator.h"

#include <atomic>
#include <memory>
#include <string>

namespace tp::http {

/// Whether the token that opened a WebSocket still stands. A token that has ended for any reason
/// (its time, its session, its person's roles) is refused by the authenticator. Asked on the
/// socket's thread.
class SocketPass
{
public:
    /// The authenticator outlives it.
    SocketPass(Authenticator &authenticator, std::string token, Origin origin);

    bool holds();

private:
    Authenticator &m_authenticator;
    const std::string m_token;
    const Origin m_origin; ///< Of the request that opened it.
    /// What was found out where memory did not say; the answer may come when this is gone.
    std::shared_ptr<std::atomic<bool>> m_isRefused = std::make_shared<std::atomic<bool>>(false);
};

} // namespace tp::http

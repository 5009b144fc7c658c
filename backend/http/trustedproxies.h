// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/request.h"
#include "backend/kernel/result.h"

#include <QHostAddress>
#include <QStringList>

#include <vector>

namespace tp::http {

/// Proxies of our own in front of us, whose word about who asks is taken. Immutable.
class TrustedProxies
{
public:
    TrustedProxies() = default; ///< Nobody's word is taken.

    /// "10.0.0.7" or "10.0.0.0/8" each; InvalidValue for anything else.
    static Result<TrustedProxies> parse(const QStringList &texts);

    /// The client's address: the connection's, unless that is a trusted proxy's, and then the last
    /// in X-Forwarded-For that is none. What stands before it anybody may have written.
    std::string clientOf(const RequestHead &head) const;

    /// Somebody passed the request on, so that it does not come from where it seems to.
    static bool isForwarded(const RequestHead &head);

private:
    bool isTrusted(const QHostAddress &address) const;

    std::vector<std::pair<QHostAddress, int>> m_nets;
};

} // namespace tp::http

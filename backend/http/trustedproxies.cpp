// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/trustedproxies.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tp::http {

Result<TrustedProxies> TrustedProxies::parse(const QStringList &texts)
{
    TrustedProxies proxies;
    for (const QString &text : texts) {
        const auto net = QHostAddress::parseSubnet(text);
        if (net.first.isNull() || net.second < 0) {
            return Error{ErrorCode::InvalidValue,
                         u"%1 is no address such as 10.0.0.7 or 10.0.0.0/8"_s.arg(text.left(60)),
                         {}};
        }
        proxies.m_nets.push_back(net);
    }
    return proxies;
}

bool TrustedProxies::isTrusted(const QHostAddress &address) const
{
    return std::any_of(m_nets.begin(), m_nets.end(),
                       [&](const auto &net) { return address.isInSubnet(net); });
}

std::string TrustedProxies::clientOf(const RequestHead &head) const
{
    if (m_nets.empty() || !isTrusted(QHostAddress(QString::fromStdString(head.peer))))
        return head.peer;
    const std::string *field = head.header("x-forwarded-for");
    if (!field)
        return head.peer;
    const QStringList hops = QString::fromStdString(*field).split(u',');
    for (auto hop = hops.rbegin(); hop != hops.rend(); ++hop) {
        const QHostAddress address(hop->trimmed());
        if (address.isNull())
            return head.peer; // What cannot be read is no address of anybody.
        if (!isTrusted(address))
            return address.toString().toStdString();
    }
    return head.peer;
}

bool TrustedProxies::isForwarded(const RequestHead &head)
{
    return head.header("x-forwarded-for") || head.header("forwarded");
}

} // namespace tp::http

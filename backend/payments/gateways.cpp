// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/payments/gateways.h"

#include "backend/kernel/fielderrors.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tp::payments {

namespace {

constexpr std::array<std::string_view, 4> KnownGateways{"cash", "external", "stripe", "test"};

Error noGateway(const QString &name)
{
    return {ErrorCode::GatewayNotConfigured, u"No gateway %1 takes this here"_s.arg(name), {}};
}

Result<std::string> byHand(const Gateways::Wish &wish)
{
    const auto own = nameOf(wish.method);
    if (wish.gateway && wish.gateway->toStdString() != own)
        return noGateway(*wish.gateway);
    return std::string(own);
}

} // namespace

void Gateways::add(std::string name, PaymentGateway &gateway)
{
    Q_ASSERT(isKnown(name));
    m_gateways.emplace(std::move(name), &gateway);
}

PaymentGateway *Gateways::find(std::string_view name) const
{
    const auto found = m_gateways.find(name);
    return found == m_gateways.end() ? nullptr : found->second;
}

bool Gateways::isKnown(std::string_view name)
{
    return std::find(KnownGateways.begin(), KnownGateways.end(), name) != KnownGateways.end();
}

Result<std::string> Gateways::serving(const Wish &wish) const
{
    if (isByHand(wish.method))
        return byHand(wish);
    if (wish.method != Method::Card) {
        return Error{ErrorCode::MethodNotConfigured, u"This shop does not take this method"_s, {}};
    }
    if (m_gateways.empty())
        return noGateway(wish.gateway.value_or(u"for cards"_s));
    const std::string name = wish.gateway ? wish.gateway->toStdString() : m_gateways.begin()->first;
    if (!find(name))
        return noGateway(*wish.gateway);
    if (!wish.token) {
        return atMember(u"/token"_s, ErrorCode::Required,
                        u"The gateway needs a token of the card"_s);
    }
    return name;
}

} // namespace tp::payments

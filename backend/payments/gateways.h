// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/payments/paymentgateway.h"

#include <QString>

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace tp::payments {

/// Which gateways this shop has. Filled before anybody asks, read by any thread after.
class Gateways
{
public:
    /// `gateway` outlives this.
    void add(std::string name, PaymentGateway &gateway);

    /// Null: not configured.
    PaymentGateway *find(std::string_view name) const;

    /// Whether such a gateway exists at all, configured or not.
    static bool isKnown(std::string_view name);

    /// What a tender asks for.
    struct Wish
    {
        Method method = Method::Cash;
        std::optional<QString> gateway; ///< Nothing: the method's usual one.
        std::optional<QString> token;
    };

    /// Who takes it: "cash", "external" or one that was added. MethodNotConfigured,
    /// GatewayNotConfigured (also where it does not take this method), InvalidBody with `/token`
    /// where one is missing.
    Result<std::string> serving(const Wish &wish) const;

private:
    std::map<std::string, PaymentGateway *, std::less<>> m_gateways;
};

} // namespace tp::payments

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/events/audience.h"

#include "backend/contract/wirenames.h"

namespace tp::events {

std::string_view readersText(const Audience &audience)
{
    return audience.readers ? contract::wireName(*audience.readers) : std::string_view();
}

bool mayHear(const Actor &actor, std::string_view readers, std::string_view owner)
{
    if (readers.empty())
        return true;
    const auto permission = contract::fromWireName<Permission>(readers);
    if (permission && actor.may(*permission) && !actor.grant(*permission).isLimitedTo(Limit::Own))
        return true;
    return !owner.empty() && actor.may(Permission::OrdersReadOwn) &&
           actor.id.toStdString() == owner;
}

} // namespace tp::events

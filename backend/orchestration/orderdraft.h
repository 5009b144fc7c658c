// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/neworder.h"
#include "backend/kernel/actor.h"
#include "backend/orders/order.h"
#include "backend/pricing/settlement.h"
#include "backend/storage/unitofwork.h"

#include <string>

namespace tp::orchestration {

/// What is odd about a sale that has happened: a person should look at it.
struct Oddity
{
    std::string kind;
    QString detail;
};

/// An order that is priced and may be placed, and what it is to be paid with.
struct OrderDraft
{
    orders::Order order;
    pricing::Settlement settlement; ///< Empty where it is paid later.
    QList<Oddity> oddities;
    QString series; ///< What its number begins with: the register's code, or W.
};

/// Makes a draft of what a client sent: the products as they are now, priced by the shop's rules.
/// InvalidBody that names all lines at fault, PriceChanged when the guard is another total,
/// Forbidden for what the actor may not do.
Result<OrderDraft> draftOf(storage::UnitOfWork &work, const Actor &actor,
                           const contract::NewOrder &body);

} // namespace tp::orchestration

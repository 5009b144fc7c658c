// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"
#include "backend/orders/order.h"
#include "backend/storage/session.h"

#include <optional>

namespace tp::orders {

/// An order with its lines, as the rows have it; nothing when there is none.
Result<std::optional<Order>> readOrder(storage::Session &session, OrderId id);

/// The same without the lines. `isHeld`: against others, until the unit of work ends.
Result<std::optional<Order>> readHead(storage::Session &session, OrderId id, bool isHeld);

} // namespace tp::orders

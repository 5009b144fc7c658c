// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/orders/order.h"
#include "backend/storage/unitofwork.h"

namespace tp::orchestration {

/// What an order's number begins with: W for the web, else the code of its register; an order that
/// names none belongs to T1, and is given it. InvalidBody for a register that does not exist, and
/// for one whose till gives the numbers itself when there is none.
Result<QString> seriesFor(storage::UnitOfWork &work, orders::Order &order);

} // namespace tp::orchestration

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/inventory/reservation.h"
#include "backend/storage/unitofwork.h"

#include <string>

namespace tp::inventory {

/// Tells what is there of products once a unit of work has done all that it does to them, and
/// which of them became low by it.
class StockTellingService
{
public:
    /// `changes`: how much more of each product is free now (below zero: less). `cause`: the order
    /// or movement; said again of the same in one unit of work, the last counts.
    static void tell(storage::UnitOfWork &work, const std::string &cause, QList<Wanted> changes);

    /// For what leaves free what is free: nothing, where the cause has told of its change already.
    static void tellUnchanged(storage::UnitOfWork &work, const std::string &cause,
                              QList<Wanted> products);
};

} // namespace tp::inventory

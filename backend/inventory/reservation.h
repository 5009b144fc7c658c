// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/quantity.h"
#include "backend/kernel/result.h"
#include "backend/kernel/uuid.h"

#include <QList>
#include <QString>

namespace tp::inventory {

/// So much of a product that an order wants.
struct Wanted
{
    ProductId productId;
    Quantity quantity;
};

/// One row a product, in the order of ids: the order in which every unit of work takes its locks.
Result<QList<Wanted>> gathered(const QList<Wanted> &lines);

/// A product of which there was less than was sold, or too little is left.
struct Shortage
{
    ProductId productId;
    QString name;
    Quantity available; ///< After it; below zero where more was sold than was there.
};

} // namespace tp::inventory

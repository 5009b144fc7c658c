// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/inventory/reservation.h"

#include <map>

namespace tp::inventory {

Result<QList<Wanted>> gathered(const QList<Wanted> &lines)
{
    std::map<ProductId, Quantity> sums;
    for (const Wanted &line : lines) {
        Quantity &sum = sums[line.productId];
        TP_TRY(sum, sum.plus(line.quantity));
    }
    QList<Wanted> wanted;
    for (const auto &[product, quantity] : sums)
        wanted.append({product, quantity});
    return wanted;
}

} // namespace tp::inventory

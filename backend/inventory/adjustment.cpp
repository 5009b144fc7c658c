// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/inventory/adjustment.h"

#include "backend/kernel/fielderrors.h"

using namespace Qt::StringLiterals;

namespace tp::inventory {

Result<Quantity> deltaOf(const Adjustment &adjustment, Quantity onHand)
{
    Q_ASSERT(adjustment.delta.has_value() != adjustment.counted.has_value());
    if (adjustment.counted)
        return adjustment.counted->minus(onHand);
    if (!onHand.plus(*adjustment.delta)) {
        return atMember(u"/delta"_s, ErrorCode::OutOfRange,
                        u"the stock would leave the range of a quantity"_s);
    }
    return *adjustment.delta;
}

} // namespace tp::inventory

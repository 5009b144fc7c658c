// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/productplace.h"

#include <algorithm>

namespace tp::catalogue {

std::optional<qint64> placeBetween(std::optional<qint64> before, std::optional<qint64> after)
{
    if (!before && !after)
        return 0;
    if (!after) {
        const qint64 room = PlaceEnd - *before - 1;
        return room < 1 ? std::nullopt
                        : std::optional(*before + std::min(PlaceStep, (room + 1) / 2));
    }
    if (!before) {
        const qint64 room = *after + PlaceEnd;
        return room < 1 ? std::nullopt
                        : std::optional(*after - std::min(PlaceStep, (room + 1) / 2));
    }
    const qint64 gap = *after - *before;
    return gap < 2 ? std::nullopt : std::optional(*before + gap / 2);
}

PlaceWindow windowAround(qint64 place, int bits)
{
    const quint64 offset = quint64(place + PlaceEnd);
    return {qint64((offset >> bits) << bits) - PlaceEnd, bits};
}

} // namespace tp::catalogue

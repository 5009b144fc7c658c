// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/kernel/gtin.h"

namespace tp {

bool isValidGtin(QStringView text)
{
    const qsizetype length = text.size();
    if (length != 8 && length != 12 && length != 13 && length != 14)
        return false;

    // From the right, the check digit counts once, its neighbour three times, and so on.
    int sum = 0;
    for (qsizetype i = 0; i < length; ++i) {
        const char16_t unit = text[length - 1 - i].unicode();
        if (unit < u'0' || unit > u'9')
            return false;
        sum += (unit - u'0') * (i % 2 == 0 ? 1 : 3);
    }
    return sum % 10 == 0;
}

} // namespace tp

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

#include <algorithm>
#include <cstdio>

namespace tp::bench {

/// How often something was done, and how long each time took.
struct Figures
{
    qint64 count = 0;
    qint64 elapsedNs = 0;
    QList<qint64> timesNs;

    /// A line for tests/bench/checkouts; false where nothing was measured.
    bool print(const char *what)
    {
        if (timesNs.isEmpty() || elapsedNs == 0)
            return false;
        std::sort(timesNs.begin(), timesNs.end());
        std::printf("%s per_second %.1f p50_us %.1f p99_us %.1f\n", what,
                    double(count) * 1e9 / double(elapsedNs), microsecondsAt(500),
                    microsecondsAt(990));
        return true;
    }

private:
    double microsecondsAt(int perMille) const
    {
        return double(timesNs.at(timesNs.size() * perMille / 1000)) / 1000;
    }
};

} // namespace tp::bench

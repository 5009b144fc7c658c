// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/seededrandom.h"

#include <QString>

namespace tp::test {

SeededRandom SeededRandom::fresh()
{
    bool isGiven = false;
    quint64 seed = qEnvironmentVariable("TP_SEED").toULongLong(&isGiven);
    if (!isGiven) {
        std::random_device device;
        seed = (quint64(device()) << 32) | device();
    }
    qInfo("seed: have this run again with TP_SEED=%llu", seed);
    return SeededRandom(seed);
}

} // namespace tp::test

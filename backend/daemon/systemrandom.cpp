// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/systemrandom.h"

#include <QRandomGenerator>

#include <cstring>

namespace tp::daemon {

void SystemRandom::fill(std::span<quint8> bytes)
{
    std::array<quint32, 16> words{};
    while (!bytes.empty()) {
        QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
        const std::size_t taken = std::min(bytes.size(), sizeof words);
        std::memcpy(bytes.data(), words.data(), taken);
        bytes = bytes.subspan(taken);
    }
}

} // namespace tp::daemon

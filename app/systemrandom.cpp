// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/systemrandom.h"

#include <QRandomGenerator>

#include <algorithm>

namespace tp::app {

void SystemRandom::fill(std::span<quint8> bytes)
{
    std::generate(bytes.begin(), bytes.end(),
                  [] { return quint8(QRandomGenerator::system()->generate()); });
}

} // namespace tp::app

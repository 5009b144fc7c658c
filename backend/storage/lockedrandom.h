// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/random.h"

#include <mutex>

namespace tp::storage {

/// Chance for several writers at once: one at a time asks the one that was handed in.
class LockedRandom final : public Random
{
public:
    explicit LockedRandom(Random &random) : m_random(random) {}

    void fill(std::span<quint8> bytes) override
    {
        const std::lock_guard lock(m_mutex);
        m_random.fill(bytes);
    }

private:
    std::mutex m_mutex; ///< Guards m_random.
    Random &m_random;
};

} // namespace tp::storage

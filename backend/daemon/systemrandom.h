// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/random.h"

namespace tp::daemon {

/// The kernel's random numbers, which nobody can guess. Safe on any thread.
class SystemRandom final : public Random
{
public:
    void fill(std::span<quint8> bytes) override;
};

} // namespace tp::daemon

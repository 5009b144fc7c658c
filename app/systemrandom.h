// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/random.h"

namespace tp::app {

/// The operating system's chance, which nobody can guess. Any thread.
class SystemRandom final : public Random
{
public:
    void fill(std::span<quint8> bytes) override;
};

} // namespace tp::app

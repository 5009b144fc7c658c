// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/random.h"

#include <random>

namespace tp::test {

/// Chance that can be had again: the same seed gives the same bytes on every machine. Its own
/// lock-free state belongs to one thread.
class SeededRandom final : public Random
{
public:
    explicit SeededRandom(quint64 seed) : m_engine(seed), m_seed(seed) {}

    /// A new seed each run, or that of the environment's TP_SEED; said on the log, so that a
    /// failure can be had again.
    static SeededRandom fresh();

    quint64 seed() const { return m_seed; }

    quint64 next() { return m_engine(); }

    /// 0 to bound - 1. The tiny bias of the remainder does not matter to a test.
    quint64 below(quint64 bound) { return m_engine() % bound; }

    /// first to last, both included; any two numbers with first <= last.
    qint64 between(qint64 first, qint64 last)
    {
        const quint64 span = quint64(last) - quint64(first) + 1;
        return qint64(quint64(first) + (span == 0 ? next() : below(span)));
    }

    void fill(std::span<quint8> bytes) override
    {
        for (quint8 &byte : bytes)
            byte = quint8(m_engine());
    }

private:
    std::mt19937_64 m_engine;
    quint64 m_seed;
};

} // namespace tp::test

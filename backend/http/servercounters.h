// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <atomic>

namespace tp::http {

/// What all threads of a server count together.
struct ServerCounters
{
    std::atomic<int> open{0};    ///< Admitted connections.
    std::atomic<int> surplus{0}; ///< Over the cap: they live only to be told so.
    std::atomic<int> sockets{0}; ///< Of the open ones, those that became WebSockets.
    std::atomic<quint64> accepted{0};
    std::atomic<quint64> refused{0};
};

enum class Admission { Admitted, Surplus };

} // namespace tp::http

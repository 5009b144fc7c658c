// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace tp::http {

/// What one client, or all together, may take of the server. The defaults are the contract; tests
/// shorten the times.
struct ServerLimits
{
    int connectionsMax = 4096; ///< Of the whole server; one more is answered 503 and closed.
    int handshakesMax = 64;    ///< TLS handshakes at work at one time; others wait their turn.

    std::size_t requestLineBytesMax = 8 * 1024;
    std::size_t headBytesMax = 32 * 1024;
    std::size_t fieldsMax = 100;
    std::size_t chunkOverheadBytesMax = 8 * 1024; ///< Extensions and trailers, which nobody reads.

    int headTimeoutMs = 10'000; ///< From the first byte of a head to its last; also a handshake.
    int idleTimeoutMs = 30'000; ///< Without a byte: between requests, in a body, in an answer.
    int bodyBytesPerSecondMin = 4096; ///< On average, once a body takes longer than idleTimeoutMs.

    int drainTimeoutMs = 1'000; ///< How long input is thrown away after an early refusal.
    std::size_t drainBytesMax = 1024 * 1024;
    int stopTimeoutMs = 9'000; ///< From stop() until running requests are dropped.

    std::size_t unsentBytesMax = 256 * 1024; ///< Above it no further request is read.

    int socketPingMs = 30'000;    ///< A WebSocket's silence until it is asked for a sign of life,
    int socketSilenceMs = 60'000; ///< and until it counts as gone.
    int socketSlowMs = 10'000;    ///< How long nothing of what waits may go out.
    int socketCloseMs = 2'000;    ///< From our close frame to theirs.
    int socketAllowedMs = 2'000;  ///< How often its rights are looked at.
};

} // namespace tp::http

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/tlsstream.h"

#include <QtGlobal>

#include <deque>
#include <vector>

namespace tp::http {

/// Lets so many TLS handshakes work at one time and has the others wait in line, so that a crowd
/// that connects does not stand before the requests of those who are in. One that dawdles keeps
/// its time, but not its place. Of one I/O thread.
class HandshakeGate final : public TlsStream::Gate
{
public:
    explicit HandshakeGate(int handshakesMax) : m_handshakesMax(std::size_t(handshakesMax)) {}

    void enter(TlsStream &stream) override;
    void leave(TlsStream &stream) override;

    /// Called now and then: gives away the places of the slow.
    void passSlow(qint64 nowMs);

private:
    struct Working
    {
        TlsStream *stream = nullptr;
        qint64 sinceMs = 0;
    };

    void letIn();

    std::size_t m_handshakesMax;
    std::deque<TlsStream *> m_waiting;
    std::vector<Working> m_working;
    bool m_letsIn = false;
};

} // namespace tp::http

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/handshakegate.h"

#include "backend/http/steadytime.h"

namespace tp::http {

namespace {

/// A handshake that gets no answer for this long costs us nothing but its memory.
constexpr qint64 PlaceMs = 500;

} // namespace

void HandshakeGate::enter(TlsStream &stream)
{
    m_waiting.push_back(&stream);
    letIn();
}

void HandshakeGate::leave(TlsStream &stream)
{
    std::erase(m_waiting, &stream);
    std::erase_if(m_working, [&](const Working &working) { return working.stream == &stream; });
    letIn();
}

void HandshakeGate::passSlow(qint64 nowMs)
{
    std::erase_if(m_working,
                  [&](const Working &working) { return nowMs - working.sinceMs > PlaceMs; });
    letIn();
}

void HandshakeGate::letIn()
{
    if (m_letsIn)
        return; // A handshake that failed at once: the loop below goes on with the next.
    m_letsIn = true;
    while (!m_waiting.empty() && m_working.size() < m_handshakesMax) {
        TlsStream *stream = m_waiting.front();
        m_waiting.pop_front();
        m_working.push_back({stream, steadyMs()});
        stream->startHandshake();
    }
    m_letsIn = false;
}

} // namespace tp::http

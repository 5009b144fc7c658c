// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/chunkedbody.h"
#include "backend/http/headcheck.h"
#include "backend/http/headscanner.h"
#include "backend/http/refusal.h"
#include "backend/http/request.h"
#include "backend/http/serverlimits.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

namespace tp::http {

/// Bytes in, requests out; no socket, no clock. Reads one request after the other:
///
///     Head ── advance ──► HeadReady ── takeBody ──► Body ── advance ──► Complete ── takeRequest
///     ──► Head
///
/// Our own checks come first and refuse what could be read in two ways; Boost.Beast then parses
/// what they let through. Refused is final. Used by one thread.
class RequestParser
{
public:
    enum class State { Head, HeadReady, Body, Complete, Refused };

    explicit RequestParser(const ServerLimits &limits);
    ~RequestParser();

    /// Reads on in `unread` and says how many bytes of it are done with. Call it again with the
    /// rest and what has arrived behind it. Stops at HeadReady and at Complete; the bytes behind
    /// belong to the next request.
    std::size_t advance(std::string_view unread);

    State state() const { return m_state; }

    /// From HeadReady on. The connection adds what it alone knows.
    RequestHead &head();
    const HeadFacts &facts() const { return m_facts; }
    /// Whether some of a head has come, but not all.
    bool isInsideHead() const { return m_state == State::Head && m_isBegun; }

    /// After HeadReady: reads the body, or refuses with 413 what has more than `bytesMax`.
    void takeBody(std::size_t bytesMax);

    /// After Complete; a new head may follow.
    Request takeRequest();
    /// After HeadReady, of a request without a body: a new head may follow.
    void skipRequest();

    Refusal refusal() const { return m_refusal; }

private:
    class Reader; ///< Beast's parser, behind our own header.

    std::size_t advanceHead(std::string_view unread);
    std::size_t advanceBody(std::string_view unread);
    std::size_t advanceChunks(std::string_view unread);
    std::size_t advancePlainBody(std::string_view unread);
    void refuse(Refusal refusal);
    void restart();

    const ServerLimits &m_limits;
    State m_state = State::Head;
    bool m_isBegun = false;
    HeadScanner m_scanner;
    HeadFacts m_facts;
    std::unique_ptr<Reader> m_reader;
    std::optional<ChunkedBody> m_chunks;
    Refusal m_refusal;
};

} // namespace tp::http

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/refusal.h"
#include "backend/http/serverlimits.h"

#include <cstddef>
#include <string_view>

namespace tp::http {

/// Finds the end of a request's head as its bytes arrive, each byte looked at once, and refuses at
/// the first byte that no head may hold: a line feed or carriage return alone, NUL and other
/// control characters, a line or a head that is too long. What the lines say is headcheck's.
class HeadScanner
{
public:
    enum class Outcome { NeedMore, Complete, Refused };

    explicit HeadScanner(const ServerLimits &limits) : m_limits(&limits) {}

    /// `bytes` begins where it began the last time and holds no less.
    Outcome scan(std::string_view bytes);

    /// Where the request line begins: empty lines before it do not count (RFC 9112 2.2).
    std::size_t headBegin() const { return m_headBegin; }
    /// Behind the empty line that ends the head.
    std::size_t headEnd() const { return m_at; }
    Refusal refusal() const { return m_refusal; }

private:
    enum class Line { BeforeRequest, Request, Field };

    Outcome refuse(int status, std::string_view detail);
    Outcome refuseControl(char c);
    Outcome endLine();
    Outcome checkLength(std::size_t size);

    const ServerLimits *m_limits; ///< A pointer, so that a scanner can be assigned a new one.
    std::size_t m_at = 0;
    std::size_t m_headBegin = 0;
    std::size_t m_lineBegin = 0;
    std::size_t m_fieldsBegin = 0;
    int m_emptyLines = 0;
    Line m_line = Line::BeforeRequest;
    Refusal m_refusal;
};

} // namespace tp::http

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/headscanner.h"

#include "backend/http/ascii.h"

#include <QtGlobal>

namespace tp::http {

namespace {

/// Some old clients end a body with a line that they did not announce.
constexpr int EmptyLinesMax = 4;

} // namespace

HeadScanner::Outcome HeadScanner::scan(std::string_view bytes)
{
    while (m_at < bytes.size()) {
        const char c = bytes[m_at];
        if (c == '\r') {
            if (m_at + 1 == bytes.size())
                break; // Looked at again when the next byte is there.
            if (bytes[m_at + 1] != '\n')
                return refuse(400, "A carriage return stands without its line feed");
            const Outcome outcome = endLine();
            if (outcome != Outcome::NeedMore)
                return outcome;
            continue;
        }
        if (m_line == Line::BeforeRequest)
            m_line = Line::Request;
        if (m_line == Line::Request ? c != ' ' && !isVisible(c) : c != '\t' && isControl(c))
            return refuseControl(c);
        ++m_at;
    }
    return checkLength(bytes.size());
}

HeadScanner::Outcome HeadScanner::endLine()
{
    const std::size_t length = m_at - m_lineBegin;
    const Outcome outcome = checkLength(m_at);
    if (outcome != Outcome::NeedMore)
        return outcome;
    m_at += 2;
    m_lineBegin = m_at;
    switch (m_line) {
    case Line::BeforeRequest:
        if (++m_emptyLines > EmptyLinesMax)
            return refuse(400, "There is no request line");
        m_headBegin = m_at;
        return Outcome::NeedMore;
    case Line::Request:
        m_line = Line::Field;
        m_fieldsBegin = m_at;
        return Outcome::NeedMore;
    case Line::Field:
        return length == 0 ? Outcome::Complete : Outcome::NeedMore;
    }
    Q_UNREACHABLE();
}

HeadScanner::Outcome HeadScanner::checkLength(std::size_t size)
{
    if (m_line == Line::Request && size - m_lineBegin > m_limits->requestLineBytesMax)
        return refuse(414, "The request line is too long");
    if (m_line == Line::Field && size - m_fieldsBegin > m_limits->headBytesMax)
        return refuse(431, "The header fields are too long");
    return Outcome::NeedMore;
}

HeadScanner::Outcome HeadScanner::refuseControl(char c)
{
    if (c == '\n')
        return refuse(400, "A line feed stands without its carriage return");
    if (c == '\0')
        return refuse(400, "The head holds a NUL");
    return refuse(400, m_line == Line::Request
                           ? "The request line holds a character that is not allowed"
                           : "A header field holds a control character");
}

HeadScanner::Outcome HeadScanner::refuse(int status, std::string_view detail)
{
    m_refusal = {status, detail};
    return Outcome::Refused;
}

} // namespace tp::http

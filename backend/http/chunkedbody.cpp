// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/chunkedbody.h"

#include "backend/http/ascii.h"

#include <algorithm>

namespace tp::http {

namespace {

constexpr int SizeDigitsMax = 16;

constexpr quint64 hexValue(char c)
{
    return quint64(isDigit(c) ? c - '0' : lowered(c) - 'a' + 10);
}

} // namespace

std::size_t ChunkedBody::take(std::string_view bytes, std::string &body)
{
    std::size_t used = 0;
    while (used < bytes.size() && m_state == State::NeedMore) {
        if (m_place != Place::Data) {
            takeByte(bytes[used], body.size());
            ++used;
            continue;
        }
        const auto size = std::size_t(std::min<quint64>(m_chunkBytes, bytes.size() - used));
        body.append(bytes.substr(used, size));
        used += size;
        m_chunkBytes -= size;
        if (m_chunkBytes == 0)
            m_place = Place::DataEnd;
    }
    return used;
}

void ChunkedBody::takeByte(char c, std::size_t bodyBytes)
{
    switch (m_place) {
    case Place::Size:
        takeSize(c);
        return;
    case Place::Extension:
        takeText(c, Place::SizeEnd);
        return;
    case Place::SizeEnd:
        expect(c, '\n', Place::Data);
        if (m_state == State::NeedMore)
            endSize(bodyBytes);
        return;
    case Place::DataEnd:
        expect(c, '\r', Place::DataEndFeed);
        return;
    case Place::DataEndFeed:
        expect(c, '\n', Place::Size);
        return;
    case Place::TrailerBegin:
    case Place::TrailerName:
        count();
        if (m_place == Place::TrailerBegin && c == '\r')
            m_place = Place::BodyEnd;
        else if (m_place == Place::TrailerName && c == ':')
            m_place = Place::TrailerValue;
        else if (isTokenCharacter(c))
            m_place = Place::TrailerName;
        else
            refuse(400, "A trailer is not a header field");
        return;
    case Place::TrailerValue:
        takeText(c, Place::TrailerEnd);
        return;
    case Place::TrailerEnd:
        expect(c, '\n', Place::TrailerBegin);
        return;
    case Place::BodyEnd:
        expect(c, '\n', Place::BodyEnd);
        if (m_state == State::NeedMore)
            m_state = State::Complete;
        return;
    case Place::Data:
        break;
    }
    Q_UNREACHABLE();
}

void ChunkedBody::takeSize(char c)
{
    if (isHexDigit(c)) {
        m_chunkBytes = m_chunkBytes * 16 + hexValue(c);
        if (++m_digits > SizeDigitsMax)
            refuse(400, "The size of a chunk has too many digits");
    } else if (m_digits > 0 && c == '\r') {
        m_place = Place::SizeEnd;
    } else if (m_digits > 0 && c == ';') {
        m_place = Place::Extension;
    } else {
        refuse(400, "The size of a chunk is not a hexadecimal number");
    }
}

void ChunkedBody::takeText(char c, Place end)
{
    count();
    if (c == '\r')
        m_place = end;
    else if (c != '\t' && isControl(c))
        refuse(400, "A chunk extension or trailer holds a control character");
}

void ChunkedBody::endSize(std::size_t bodyBytes)
{
    if (m_chunkBytes == 0)
        m_place = Place::TrailerBegin;
    else if (bodyBytes > m_bytesMax || m_chunkBytes > m_bytesMax - bodyBytes)
        refuse(413, "The body is too large");
    m_digits = 0;
}

void ChunkedBody::expect(char c, char wanted, Place next)
{
    if (c == wanted)
        m_place = next;
    else
        refuse(400, "A line of the chunked body does not end in CR LF");
}

void ChunkedBody::count()
{
    if (++m_overheadBytes > m_overheadBytesMax)
        refuse(431, "The chunk extensions or trailers are too long");
}

void ChunkedBody::refuse(int status, std::string_view detail)
{
    if (m_state == State::Refused)
        return;
    m_state = State::Refused;
    m_refusal = {status, detail};
}

} // namespace tp::http

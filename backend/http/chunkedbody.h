// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/refusal.h"

#include <QtGlobal>

#include <cstddef>
#include <string>
#include <string_view>

namespace tp::http {

/// Reads a chunked body (RFC 9112 7.1), each byte once, wherever it is cut. Extensions and trailers
/// are checked for their form, bounded and thrown away. Not Beast's: 1.81 looks for the end of a
/// quoted extension beyond its line, and shown a last chunk in a certain four bytes ends the
/// program by an assertion (both found by tests/fuzz).
class ChunkedBody
{
public:
    enum class State { NeedMore, Complete, Refused };

    /// `bytesMax` of the body itself, `overheadBytesMax` of extensions and trailers together.
    ChunkedBody(std::size_t bytesMax, std::size_t overheadBytesMax)
        : m_bytesMax(bytesMax)
        , m_overheadBytesMax(overheadBytesMax)
    {}

    /// Appends to `body` and says how many bytes were used: all of them, but for those behind the
    /// end of the body or behind what was refused.
    std::size_t take(std::string_view bytes, std::string &body);

    State state() const { return m_state; }
    Refusal refusal() const { return m_refusal; }

private:
    enum class Place {
        Size,
        Extension,
        SizeEnd,
        Data,
        DataEnd,
        DataEndFeed,
        TrailerBegin,
        TrailerName,
        TrailerValue,
        TrailerEnd,
        BodyEnd
    };

    void takeByte(char c, std::size_t bodyBytes);
    void takeSize(char c);
    void takeText(char c, Place end);
    void endSize(std::size_t bodyBytes);
    void expect(char c, char wanted, Place next);
    void count();
    void refuse(int status, std::string_view detail);

    std::size_t m_bytesMax;
    std::size_t m_overheadBytesMax;
    std::size_t m_overheadBytes = 0;
    quint64 m_chunkBytes = 0; ///< Of the size line; then what is left of the chunk.
    int m_digits = 0;
    Place m_place = Place::Size;
    State m_state = State::NeedMore;
    Refusal m_refusal;
};

} // namespace tp::http

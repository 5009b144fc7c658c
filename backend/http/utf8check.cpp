// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/utf8check.h"

namespace tp::http {

bool Utf8Check::add(std::string_view bytes)
{
    for (const char one : bytes) {
        const auto byte = static_cast<unsigned char>(one);
        if (m_left == 0) {
            if (byte >= 0x80 && !begin(byte))
                return false;
            continue;
        }
        if (byte < m_lowest || byte > m_highest)
            return false;
        --m_left;
        m_lowest = 0x80;
        m_highest = 0xBF;
    }
    return true;
}

/// RFC 3629 4: the first byte says how many follow, and for some what the second may be.
bool Utf8Check::begin(unsigned char byte)
{
    if (byte < 0xC2 || byte > 0xF4)
        return false;
    m_left = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
    if (byte == 0xE0)
        m_lowest = 0xA0;
    else if (byte == 0xED)
        m_highest = 0x9F;
    else if (byte == 0xF0)
        m_lowest = 0x90;
    else if (byte == 0xF4)
        m_highest = 0x8F;
    return true;
}

} // namespace tp::http

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tp::http {

/// Whether bytes that come in pieces are UTF-8 (RFC 3629), said as soon as they cannot be any
/// more. A piece may end inside a character.
class Utf8Check
{
public:
    /// False: whatever follows, it is none. Nothing may be added then.
    [[nodiscard]] bool add(std::string_view bytes);

    /// Whether it may end here.
    bool isWhole() const { return m_left == 0; }

private:
    bool begin(unsigned char byte);

    int m_left = 0;                ///< Bytes of the character that are still to come.
    unsigned char m_lowest = 0x80; ///< Of the next one: tells overlong forms and surrogates.
    unsigned char m_highest = 0xBF;
};

} // namespace tp::http

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/base64url.h"

#include <array>

namespace tp::auth {
namespace {

constexpr std::string_view Base64UrlAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

constexpr auto SextetOf = [] {
    std::array<int, 256> table{};
    table.fill(-1);
    for (std::size_t i = 0; i < Base64UrlAlphabet.size(); ++i)
        table[static_cast<unsigned char>(Base64UrlAlphabet[i])] = int(i);
    return table;
}();

} // namespace

std::optional<std::string> decodeBase64Url(std::string_view text)
{
    if (text.size() % 4 == 1)
        return std::nullopt;
    std::string bytes;
    bytes.reserve(text.size() * 3 / 4);
    unsigned held = 0;
    int bits = 0;
    for (const char c : text) {
        const int sextet = SextetOf[static_cast<unsigned char>(c)];
        if (sextet < 0)
            return std::nullopt;
        held = (held << 6U) | unsigned(sextet);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes += char(static_cast<unsigned char>(held >> unsigned(bits)));
            held &= (1U << unsigned(bits)) - 1;
        }
    }
    if (held != 0)
        return std::nullopt;
    return bytes;
}

std::string encodeBase64Url(std::string_view bytes)
{
    std::string text;
    text.reserve((bytes.size() * 4 + 2) / 3);
    unsigned held = 0;
    int bits = 0;
    for (const char c : bytes) {
        held = (held << 8U) | static_cast<unsigned char>(c);
        for (bits += 8; bits >= 6; bits -= 6)
            text += Base64UrlAlphabet[(held >> unsigned(bits - 6)) & 63U];
        held &= (1U << unsigned(bits)) - 1;
    }
    if (bits > 0)
        text += Base64UrlAlphabet[(held << unsigned(6 - bits)) & 63U];
    return text;
}

} // namespace tp::auth

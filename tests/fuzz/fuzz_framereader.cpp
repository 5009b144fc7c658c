// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/framereader.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

// Built by hand, with clang, from this file and backend/http/{framereader,utf8check}.cpp:
// -std=c++20 -fsanitize=fuzzer,address,undefined, the root as include folder, Qt6Core. Run it with
// -max_len=400.
//
// What libFuzzer calls with bytes of its own making: the same bytes must mean the same whole and
// cut into pieces, and no message may be longer than is allowed.

namespace {

using tp::http::FrameReader;
using Kind = FrameReader::Kind;

constexpr std::size_t MessageMax = 64;

std::string meaningOf(std::string_view bytes, std::size_t pieceSize)
{
    FrameReader reader(MessageMax);
    std::string meaning;
    while (!bytes.empty()) {
        std::string_view piece = bytes.substr(0, pieceSize);
        bytes.remove_prefix(piece.size());
        while (!piece.empty()) {
            const FrameReader::Item item = reader.next(piece);
            if (item.kind == Kind::Nothing)
                break;
            if (item.kind != Kind::Broken &&
                item.payload.size() > std::max<std::size_t>(MessageMax, 125))
                std::abort();
            meaning += std::to_string(int(item.kind)) + ':' + std::to_string(item.code) +
                       item.payload + '\n';
            if (item.kind == Kind::Broken || item.kind == Kind::Close)
                return meaning;
        }
    }
    return meaning;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    const std::string whole = meaningOf(bytes, bytes.size() + 1);
    if (meaningOf(bytes, 1) != whole || meaningOf(bytes, 7) != whole)
        std::abort();
    return 0;
}

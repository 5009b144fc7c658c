// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/requestparser.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

// Built by hand, with clang, from this file and backend/http/{requestparser,chunkedbody,headcheck,
// headscanner,request}.cpp: -std=c++20 -fsanitize=fuzzer,address,undefined, the root as include
// folder, Qt6Core. Run it with -max_len=400 over a folder of requests.
//
// What libFuzzer calls with bytes of its own making. Beyond "does not crash", the same bytes must
// mean the same whole and cut into pieces: where they do not, requests can be smuggled.

namespace {

using tp::http::RequestParser;
using tp::http::ServerLimits;
using State = RequestParser::State;

std::string meaningOf(std::string_view bytes, std::size_t pieceSize)
{
    static const ServerLimits limits;
    RequestParser parser(limits);
    std::string meaning;
    std::string input;
    while (!bytes.empty()) {
        const std::size_t size = std::min(bytes.size(), pieceSize);
        input.append(bytes.substr(0, size));
        bytes.remove_prefix(size);
        for (;;) {
            const std::size_t used = parser.advance(input);
            if (used > input.size())
                std::abort();
            input.erase(0, used);
            if (parser.state() == State::HeadReady)
                parser.takeBody(256);
            if (parser.state() == State::Complete) {
                const tp::http::Request request = parser.takeRequest();
                if (request.body.size() > 256)
                    std::abort();
                meaning += request.target + '>' + request.body + '\n';
            } else if (parser.state() == State::Refused) {
                return meaning + std::to_string(parser.refusal().status);
            } else if (used == 0) {
                break;
            }
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

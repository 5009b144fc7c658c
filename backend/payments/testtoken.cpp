// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/payments/testtoken.h"

#include <charconv>

namespace tp::payments {

namespace {

constexpr std::string_view SlowPrefix = "tok_slow_";
/// Nobody waits for longer, so it need not be told apart.
constexpr qint64 SlowMsMax = 10 * 60 * 1000;

TestToken slowToken(std::string_view number)
{
    qint64 ms = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), ms);
    if (error != std::errc() || end != number.data() + number.size() || ms < 0)
        return {TestToken::Manner::Invalid, 0};
    return {TestToken::Manner::Slow, std::min(ms, SlowMsMax)};
}

} // namespace

TestToken TestToken::parse(std::string_view token)
{
    if (token == "tok_ok")
        return {Manner::Plain, 0};
    if (token == "tok_declined")
        return {Manner::Declined, 0};
    if (token == "tok_error_once")
        return {Manner::FailsOnce, 0};
    if (token == "tok_timeout")
        return {Manner::Unheard, 0};
    if (token == "tok_timeout_then_captured")
        return {Manner::CaptureUnsaid, 0};
    if (token.starts_with(SlowPrefix))
        return slowToken(token.substr(SlowPrefix.size()));
    return {Manner::Invalid, 0};
}

} // namespace tp::payments

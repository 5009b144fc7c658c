// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <string_view>

namespace tp::payments {

/// How the test gateway treats a card, as its token says: tok_ok, tok_declined, tok_slow_<ms>,
/// tok_error_once, tok_timeout, tok_timeout_then_captured.
struct TestToken
{
    enum class Manner {
        Plain,
        Declined,
        Slow,          ///< It is done at once, and said later.
        FailsOnce,     ///< The first authorization ends in an error and nothing is done.
        Unheard,       ///< An authorization never arrives.
        CaptureUnsaid, ///< The capture is done, and its answer is lost.
        Invalid
    };

    Manner manner = Manner::Plain;
    qint64 slowMs = 0;

    static TestToken parse(std::string_view token);
};

} // namespace tp::payments

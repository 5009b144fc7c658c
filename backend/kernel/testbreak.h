// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#ifndef TP_TEST_BREAK
#define TP_TEST_BREAK Nothing
#endif

namespace tp {

/// What programs of the tests leave out on purpose, so that one sees that the proofs notice
/// (tests/fault/broken.py). In every other program it is Nothing, and the compiler drops the rest.
enum class Broken { Nothing, Fsync, Dedupe, Undo, Worker };

constexpr Broken TestBreak = Broken::TP_TEST_BREAK;

} // namespace tp

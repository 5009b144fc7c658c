// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tp::ui {

/// Where a secret is kept between two runs of the program.
enum class KeptIn {
    Nowhere, ///< In memory, for this run.
    File,    ///< In a file that only this user of the computer can read.
    Keychain
};

} // namespace tp::ui

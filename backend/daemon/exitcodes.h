// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/errorcode.h"

namespace tp::daemon {

/// How the program ends: the codes of sysexits.h, by their names there.
enum ExitCode {
    ExitOk = 0,
    ExitUsage = 64,
    ExitDataErr = 65,
    ExitNoInput = 66,
    ExitUnavailable = 69,
    ExitSoftware = 70,
    ExitCantCreate = 73,
    ExitIoErr = 74,
    ExitNoPerm = 77,
    ExitConfig = 78
};

/// For an error that ends a command.
int exitCodeOf(ErrorCode code);

} // namespace tp::daemon

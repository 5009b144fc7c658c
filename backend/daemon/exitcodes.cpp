// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/exitcodes.h"

namespace tp::daemon {

int exitCodeOf(ErrorCode code)
{
    if (code == ErrorCode::Internal)
        return ExitSoftware;
    if (code == ErrorCode::Unavailable)
        return ExitUnavailable;
    if (code == ErrorCode::NotFound)
        return ExitNoInput;
    if (code == ErrorCode::Forbidden)
        return ExitNoPerm;
    if (code == ErrorCode::BadRequest)
        return ExitUsage;
    if (code == ErrorCode::InvalidValue || code == ErrorCode::CurrencyMismatch)
        return ExitConfig;
    return ExitDataErr;
}

} // namespace tp::daemon

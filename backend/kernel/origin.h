// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace tp {

/// Who asked for something and from where, as the audit trail remembers it.
struct Origin
{
    std::string actor;     ///< Id of the user or till; empty: nobody known, or the command line.
    std::string address;   ///< Of the client; empty: this machine's own.
    std::string requestId; ///< Empty: no request.
};

} // namespace tp

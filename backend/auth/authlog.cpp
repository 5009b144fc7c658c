// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/authlog.h"

namespace tp::auth {

Q_LOGGING_CATEGORY(authLog, "tp.auth")

} // namespace tp::auth

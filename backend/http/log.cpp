// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/log.h"

namespace tp::http {

Q_LOGGING_CATEGORY(httpLog, "tp.http")

} // namespace tp::http

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/errorcode.h"

namespace tp::http {

/// The HTTP status of each ErrorCode. The only place where one becomes the other.
int statusOf(ErrorCode code);

} // namespace tp::http

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"

namespace tp::catalogue {

/// The error for a body with these problems (at least one). Where there is only one, its code is
/// that of the whole, so that a client need not look into the list to know it.
Error invalid(QList<FieldError> problems);

} // namespace tp::catalogue

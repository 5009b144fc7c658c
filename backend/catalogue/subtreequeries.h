// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/uuid.h"
#include "backend/storage/session.h"

#include <string>
#include <vector>

namespace tp::catalogue {

/// The ids of a category and of all below it, the category first; empty when there is none.
Result<std::vector<std::string>> subtreeOf(storage::Session &session, const CategoryId &id);

} // namespace tp::catalogue

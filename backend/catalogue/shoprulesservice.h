// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/currency.h"
#include "backend/kernel/result.h"

#include <functional>
#include <string_view>

namespace tp::storage {
class Session;
class UnitOfWork;
} // namespace tp::storage

namespace tp::catalogue {

/// What the catalogue must know of the shop's settings. They are another slice's, so the daemon
/// hands in how to ask.
struct ShopRules
{
    /// Also holds the settings as they are until the unit of work ends.
    std::function<Result<Currency>(storage::UnitOfWork &)> heldCurrency;
    std::function<Result<bool>(storage::Session &, std::string_view code)> hasTaxClass;
};

} // namespace tp::catalogue

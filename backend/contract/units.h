// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/wirenames.h"

namespace tp::contract {

/// What a product is sold by: each, kg, l, m.
enum class Unit { Each, Kilogram, Litre, Metre };

/// What happens when more is sold than is there: refuse, allow, warn.
enum class WhenShort { Refuse, Allow, Warn };

/// Why stock changed by hand: received, count, waste, damaged, returned, other.
enum class AdjustmentReason { Received, Count, Waste, Damaged, Returned, Other };

/// Why stock changed at all: by hand, or because goods were sold or came back.
enum class MovementReason { Received, Count, Waste, Damaged, Returned, Other, Sold, Restocked };

std::span<const WireName<Unit>> wireNames(Unit);
std::span<const WireName<WhenShort>> wireNames(WhenShort);
std::span<const WireName<AdjustmentReason>> wireNames(AdjustmentReason);
std::span<const WireName<MovementReason>> wireNames(MovementReason);

} // namespace tp::contract

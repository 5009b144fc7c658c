// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/units.h"

namespace tp::contract {

namespace {

constexpr WireName<Unit> UnitNames[] = {
    {Unit::Each, "each"}, {Unit::Kilogram, "kg"}, {Unit::Litre, "l"}, {Unit::Metre, "m"}};

constexpr WireName<WhenShort> WhenShortNames[] = {
    {WhenShort::Refuse, "refuse"}, {WhenShort::Allow, "allow"}, {WhenShort::Warn, "warn"}};

constexpr WireName<MovementReason> ReasonNames[] = {
    {MovementReason::Received, "received"}, {MovementReason::Count, "count"},
    {MovementReason::Waste, "waste"},       {MovementReason::Damaged, "damaged"},
    {MovementReason::Returned, "returned"}, {MovementReason::Other, "other"}};

} // namespace

std::span<const WireName<Unit>> wireNames(Unit)
{
    return UnitNames;
}

std::span<const WireName<WhenShort>> wireNames(WhenShort)
{
    return WhenShortNames;
}

std::span<const WireName<MovementReason>> wireNames(MovementReason)
{
    return ReasonNames;
}

} // namespace tp::contract

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/units.h"

namespace tp::contract {

namespace {

constexpr WireName<Unit> UnitNames[] = {
    {Unit::Each, "each"}, {Unit::Kilogram, "kg"}, {Unit::Litre, "l"}, {Unit::Metre, "m"}};

constexpr WireName<WhenShort> WhenShortNames[] = {
    {WhenShort::Refuse, "refuse"}, {WhenShort::Allow, "allow"}, {WhenShort::Warn, "warn"}};

constexpr WireName<AdjustmentReason> AdjustmentNames[] = {
    {AdjustmentReason::Received, "received"}, {AdjustmentReason::Count, "count"},
    {AdjustmentReason::Waste, "waste"},       {AdjustmentReason::Damaged, "damaged"},
    {AdjustmentReason::Returned, "returned"}, {AdjustmentReason::Other, "other"}};

constexpr WireName<MovementReason> ReasonNames[] = {
    {MovementReason::Received, "received"}, {MovementReason::Count, "count"},
    {MovementReason::Waste, "waste"},       {MovementReason::Damaged, "damaged"},
    {MovementReason::Returned, "returned"}, {MovementReason::Other, "other"},
    {MovementReason::Sold, "sold"},         {MovementReason::Restocked, "restocked"}};

} // namespace

std::span<const WireName<Unit>> wireNames(Unit)
{
    return UnitNames;
}

std::span<const WireName<WhenShort>> wireNames(WhenShort)
{
    return WhenShortNames;
}

std::span<const WireName<AdjustmentReason>> wireNames(AdjustmentReason)
{
    return AdjustmentNames;
}

std::span<const WireName<MovementReason>> wireNames(MovementReason)
{
    return ReasonNames;
}

} // namespace tp::contract

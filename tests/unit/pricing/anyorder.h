// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/pricing/pricing.h"
#include "tests/support/seededrandom.h"

namespace tp::test {

/// An order as chance makes it: a few lines or many, of cents or of millions, some for nothing,
/// some weighed, with discounts or without. One in some hundred is too large to be priced.
struct AnyOrder
{
    pricing::PricingRules rules;
    pricing::EnteredOrder entered;

    static AnyOrder from(SeededRandom &random);
};

} // namespace tp::test

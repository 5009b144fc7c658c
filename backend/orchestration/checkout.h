// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/payments/gateways.h"
#include "backend/saga/sagabook.h"

#include <array>

namespace tp::orchestration {

/// A sale, from the goods that are set aside to the number on the receipt. Paid in front of the
/// cashier, all of it is one commit.
inline constexpr std::array CheckoutSteps{
    saga::Step{"reserve", saga::StepKind::Compensable},
    saga::Step{"authorize", saga::StepKind::Compensable},
    saga::Step{"pay", saga::StepKind::Pivot},
    saga::Step{"take_stock", saga::StepKind::Retryable},
    saga::Step{"confirm", saga::StepKind::Retryable},
};
inline constexpr saga::Definition Checkout{"checkout", 1, CheckoutSteps};
static_assert(saga::isSound(Checkout));

/// The definition with what its steps do. The gateways outlive it.
saga::SagaPlan checkoutPlan(const payments::Gateways &gateways);

} // namespace tp::orchestration

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/payments/gateways.h"
#include "backend/saga/sagabook.h"

#include <array>

namespace tp::orchestration {

/// Money that goes back, with the goods that come back for it. Both sagas are told what to give
/// back when they begin (MoneyBack). Without a gateway all of it is one commit.
inline constexpr std::array RefundSagaSteps{
    saga::Step{"refund", saga::StepKind::Pivot},
    saga::Step{"book", saga::StepKind::Retryable},
};
inline constexpr saga::Definition Refund{"refund", 1, RefundSagaSteps};
static_assert(saga::isSound(Refund));

/// A confirmed order that somebody does not want any more.
inline constexpr std::array CancelSagaSteps{
    saga::Step{"refund", saga::StepKind::Pivot},
    saga::Step{"restock", saga::StepKind::Retryable},
    saga::Step{"cancel", saga::StepKind::Retryable},
};
inline constexpr saga::Definition Cancel{"cancel", 1, CancelSagaSteps};
static_assert(saga::isSound(Cancel));

/// The definitions with what their steps do. The gateways outlive them.
saga::SagaPlan refundPlan(const payments::Gateways &gateways);
saga::SagaPlan cancelPlan(const payments::Gateways &gateways);

} // namespace tp::orchestration

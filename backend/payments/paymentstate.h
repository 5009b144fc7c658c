// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/statetable.h"

#include <optional>
#include <string_view>

namespace tp::payments {

/// How a payment stands.
enum class PaymentState {
    Pending,
    Authorized,
    Captured,
    PartiallyRefunded,
    Refunded,
    Voided,
    Failed,
    Unknown, ///< The gateway was asked to authorize, capture or void, and did not answer.
    Count
};

/// What becomes known of a payment.
enum class PaymentEvent {
    Authorized,
    Captured,
    Refused,
    AnswerLost,
    Voided,
    PartRefunded,
    AllRefunded,
    Count
};

/// A refund that is asked for, lost or refused leaves the state: the money is captured until it is
/// known to be back.
// clang-format off
inline constexpr TransitionTable<PaymentState, PaymentEvent, 18> PaymentTable{{
    {PaymentState::Pending,           PaymentEvent::Authorized,   PaymentState::Authorized},
    {PaymentState::Pending,           PaymentEvent::Captured,     PaymentState::Captured},
    {PaymentState::Pending,           PaymentEvent::Refused,      PaymentState::Failed},
    {PaymentState::Pending,           PaymentEvent::AnswerLost,   PaymentState::Unknown},
    {PaymentState::Pending,           PaymentEvent::Voided,       PaymentState::Voided},
    {PaymentState::Authorized,        PaymentEvent::Captured,     PaymentState::Captured},
    {PaymentState::Authorized,        PaymentEvent::Refused,      PaymentState::Failed},
    {PaymentState::Authorized,        PaymentEvent::AnswerLost,   PaymentState::Unknown},
    {PaymentState::Authorized,        PaymentEvent::Voided,       PaymentState::Voided},
    {PaymentState::Unknown,           PaymentEvent::Authorized,   PaymentState::Authorized},
    {PaymentState::Unknown,           PaymentEvent::Captured,     PaymentState::Captured},
    {PaymentState::Unknown,           PaymentEvent::Refused,      PaymentState::Failed},
    {PaymentState::Unknown,           PaymentEvent::AnswerLost,   PaymentState::Unknown},
    {PaymentState::Unknown,           PaymentEvent::Voided,       PaymentState::Voided},
    {PaymentState::Captured,          PaymentEvent::PartRefunded, PaymentState::PartiallyRefunded},
    {PaymentState::Captured,          PaymentEvent::AllRefunded,  PaymentState::Refunded},
    {PaymentState::PartiallyRefunded, PaymentEvent::PartRefunded, PaymentState::PartiallyRefunded},
    {PaymentState::PartiallyRefunded, PaymentEvent::AllRefunded,  PaymentState::Refunded},
}};
// clang-format on
static_assert(isDeterministic(PaymentTable));
static_assert(reachesEveryState(PaymentTable, PaymentState::Pending, PaymentState::Count));
static_assert(PaymentTable.isFinal(PaymentState::Refunded));
static_assert(PaymentTable.isFinal(PaymentState::Voided));
static_assert(PaymentTable.isFinal(PaymentState::Failed));

/// As it is stored and answered.
std::string_view nameOf(PaymentState state);
std::optional<PaymentState> paymentStateFromName(std::string_view name);

} // namespace tp::payments

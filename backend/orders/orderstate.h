// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/statetable.h"

#include <string_view>

namespace tp::orders {

/// How an order stands, in the contract's order.
enum class OrderState {
    Pending,
    Reserved,
    Confirmed,
    Fulfilled,
    Completed,
    Cancelled,
    Rejected,
    PartiallyReturned,
    Returned,
    Count
};

/// What happens to an order.
enum class OrderEvent {
    Reserve,    ///< Its goods are promised to it.
    Release,    ///< They are not any more, and it waits for another payment.
    Confirm,    ///< It is paid, and its goods are taken.
    Reject,     ///< The saga could not.
    Cancel,     ///< Somebody does not want it.
    Fulfil,     ///< It is ready.
    Complete,   ///< It was handed over.
    ReturnSome, ///< Some of it came back.
    ReturnAll,  ///< Nothing of it is left outside.
};

// clang-format off
inline constexpr TransitionTable<OrderState, OrderEvent, 21> OrderTransitions{{
    {OrderState::Pending,           OrderEvent::Reserve,    OrderState::Reserved},
    {OrderState::Pending,           OrderEvent::Reject,     OrderState::Rejected},
    {OrderState::Pending,           OrderEvent::Cancel,     OrderState::Cancelled},
    {OrderState::Reserved,          OrderEvent::Release,    OrderState::Pending},
    {OrderState::Reserved,          OrderEvent::Confirm,    OrderState::Confirmed},
    {OrderState::Reserved,          OrderEvent::Reject,     OrderState::Rejected},
    {OrderState::Reserved,          OrderEvent::Cancel,     OrderState::Cancelled},
    {OrderState::Confirmed,         OrderEvent::Fulfil,     OrderState::Fulfilled},
    {OrderState::Confirmed,         OrderEvent::Cancel,     OrderState::Cancelled},
    {OrderState::Confirmed,         OrderEvent::ReturnSome, OrderState::PartiallyReturned},
    {OrderState::Confirmed,         OrderEvent::ReturnAll,  OrderState::Returned},
    {OrderState::Fulfilled,         OrderEvent::Complete,   OrderState::Completed},
    {OrderState::Fulfilled,         OrderEvent::ReturnSome, OrderState::PartiallyReturned},
    {OrderState::Fulfilled,         OrderEvent::ReturnAll,  OrderState::Returned},
    {OrderState::Completed,         OrderEvent::ReturnSome, OrderState::PartiallyReturned},
    {OrderState::Completed,         OrderEvent::ReturnAll,  OrderState::Returned},
    {OrderState::PartiallyReturned, OrderEvent::ReturnSome, OrderState::PartiallyReturned},
    {OrderState::PartiallyReturned, OrderEvent::ReturnAll,  OrderState::Returned},
    // The same again is a success: a retry finds what it wanted.
    {OrderState::Fulfilled,         OrderEvent::Fulfil,     OrderState::Fulfilled},
    {OrderState::Completed,         OrderEvent::Complete,   OrderState::Completed},
    {OrderState::Cancelled,         OrderEvent::Cancel,     OrderState::Cancelled},
}};
// clang-format on

static_assert(isDeterministic(OrderTransitions));
static_assert(reachesEveryState(OrderTransitions, OrderState::Pending, OrderState::Count));

/// As the database and the contract spell it.
std::string_view nameOf(OrderState state);
OrderState orderStateNamed(std::string_view name);

} // namespace tp::orders

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/salenames.h"

namespace tp::contract {
namespace {

constexpr WireName<Channel> ChannelNames[] = {{Channel::Pos, "pos"}, {Channel::Web, "web"}};

constexpr WireName<OrderStatus> OrderStatusNames[] = {
    {OrderStatus::Pending, "pending"},     {OrderStatus::Reserved, "reserved"},
    {OrderStatus::Confirmed, "confirmed"}, {OrderStatus::Fulfilled, "fulfilled"},
    {OrderStatus::Completed, "completed"}, {OrderStatus::Cancelled, "cancelled"},
    {OrderStatus::Rejected, "rejected"},   {OrderStatus::PartiallyReturned, "partially_returned"},
    {OrderStatus::Returned, "returned"}};

constexpr WireName<PaymentMethod> MethodNames[] = {{PaymentMethod::Cash, "cash"},
                                                   {PaymentMethod::Card, "card"},
                                                   {PaymentMethod::GiftCard, "gift_card"},
                                                   {PaymentMethod::StoreCredit, "store_credit"},
                                                   {PaymentMethod::External, "external"}};

constexpr WireName<PaymentStatus> PaymentStatusNames[] = {
    {PaymentStatus::Pending, "pending"},   {PaymentStatus::Authorized, "authorized"},
    {PaymentStatus::Captured, "captured"}, {PaymentStatus::PartiallyRefunded, "partially_refunded"},
    {PaymentStatus::Refunded, "refunded"}, {PaymentStatus::Voided, "voided"},
    {PaymentStatus::Failed, "failed"},     {PaymentStatus::Unknown, "unknown"}};

constexpr WireName<SagaState> SagaStateNames[] = {
    {SagaState::Running, "running"},           {SagaState::Waiting, "waiting"},
    {SagaState::Compensating, "compensating"}, {SagaState::Completed, "completed"},
    {SagaState::Compensated, "compensated"},   {SagaState::Stuck, "stuck"}};

} // namespace

std::span<const WireName<Channel>> wireNames(Channel)
{
    return ChannelNames;
}

std::span<const WireName<OrderStatus>> wireNames(OrderStatus)
{
    return OrderStatusNames;
}

std::span<const WireName<PaymentMethod>> wireNames(PaymentMethod)
{
    return MethodNames;
}

std::span<const WireName<PaymentStatus>> wireNames(PaymentStatus)
{
    return PaymentStatusNames;
}

std::span<const WireName<SagaState>> wireNames(SagaState)
{
    return SagaStateNames;
}

} // namespace tp::contract

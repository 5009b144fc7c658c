// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/money.h"
#include "backend/kernel/uuid.h"
#include "backend/payments/paymentstate.h"

#include <QString>

#include <optional>
#include <string>
#include <string_view>

namespace tp::payments {

/// What somebody pays with. Stored and answered by name: add one, never change one.
enum class Method { Cash, Card, GiftCard, StoreCredit, External, Count };
std::string_view nameOf(Method method);
std::optional<Method> methodFromName(std::string_view name);

/// What is done to a payment. Stored and answered by name.
enum class Action { Authorize, Capture, Void, Refund, Count };
std::string_view nameOf(Action action);
std::optional<Action> actionFromName(std::string_view name);

/// Whether the money changes hands in front of whoever enters it, so that no gateway is asked.
constexpr bool isByHand(Method method)
{
    return method == Method::Cash || method == Method::External;
}

/// What is paid for an order. Amounts are not below zero but for the rounding.
struct Payment
{
    PaymentId id;
    OrderId orderId;
    std::string userId;  ///< Whose order it is; empty: nobody's.
    qint64 position = 0; ///< Among the payments of the order.
    Method method = Method::Cash;
    std::string gateway;
    PaymentState state = PaymentState::Pending;
    Money amount;   ///< So much of the order it pays.
    Money rounding; ///< What the coins add to that (above zero) or let go (below).
    Money tendered;
    Money change;
    Money captured;       ///< amount + rounding, once it is taken.
    Money refunded;       ///< Of captured, given back.
    Money refunding;      ///< Of captured, asked back and not known to be.
    Money refundedAmount; ///< The same two of amount.
    Money refundingAmount;
    std::optional<std::string> token;     ///< Until it has been authorized or refused.
    std::optional<std::string> reference; ///< The gateway's, or what the terminal printed.
    QString note;
    std::optional<std::string> failure;
    std::string createHash; ///< Of the body that made it.
    qint64 version = 1;
    qint64 createdAtMs = 0;
    qint64 updatedAtMs = 0;

    /// What is taken for it.
    Money due() const { return *amount.plus(rounding); }
};

/// A payment as a settled tender begins it.
struct NewPayment
{
    std::optional<PaymentId> id; ///< Nothing: the backend chooses.
    OrderId orderId;
    std::string userId; ///< Whose order it is: who placed it.
    qint64 position = 0;
    Method method = Method::Cash;
    std::string gateway; ///< As Gateways::serving() says.
    Money amount;
    Money rounding;
    Money tendered;
    Money change;
    std::optional<std::string> token;
    std::optional<std::string> reference;
    std::string createHash;
};

/// It cannot go there from where it is.
Error illegalTransition(const QString &why);

} // namespace tp::payments

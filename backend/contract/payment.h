// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/object.h"
#include "backend/contract/salenames.h"

namespace tp::contract {

/// One act on a payment, and how it ended.
struct PaymentAttempt
{
    Time at;
    QString action;  ///< authorize, capture, void, refund.
    QString outcome; ///< done, refused, unknown.
    std::optional<QString> code;

    static const Object<PaymentAttempt> &object();
    friend bool operator==(const PaymentAttempt &, const PaymentAttempt &) = default;
};

/// A payment as the backend answers it.
struct Payment
{
    PaymentId id;
    OrderId orderId;
    std::optional<QString> userId;
    PaymentMethod method = PaymentMethod::Cash;
    QString gateway;
    PaymentStatus status = PaymentStatus::Pending;
    std::optional<Money> amount;
    std::optional<Money> captured;
    std::optional<Money> refunded;
    std::optional<Money> tendered;
    std::optional<Money> change;
    std::optional<Money> rounding;
    std::optional<QString> gatewayReference;
    QString note;
    std::optional<QString> failure;
    QList<PaymentAttempt> attempts;
    qint64 version = 0;
    Time createdAt;
    Time updatedAt;

    static const Object<Payment> &object();
    friend bool operator==(const Payment &, const Payment &) = default;
};

/// The body of POST /payments.
struct NewPayment
{
    std::optional<PaymentId> id;
    OrderId orderId;
    PaymentMethod method = PaymentMethod::Cash;
    std::optional<Money> amount;
    std::optional<Money> tendered;
    std::optional<QString> gateway;
    std::optional<QString> token;
    std::optional<QString> reference;

    static const Object<NewPayment> &object();
};

/// The body of PUT /payments/{id}.
struct ChangePayment
{
    ReadOnlyMembers readOnly;
    Change<QString> reference;
    Change<QString> note;

    static const Object<ChangePayment> &object();
};

/// An act in the books of the test gateway.
struct GatewayAct
{
    Time at;
    QString action; ///< authorize, capture, void, refund.
    QString key;    ///< What the shop knows it by.
    std::optional<Money> amount;

    static const Object<GatewayAct> &object();
    friend bool operator==(const GatewayAct &, const GatewayAct &) = default;
};

/// Some of a line that comes back.
struct RefundLine
{
    OrderLineId lineId;
    Quantity quantity;
    bool restock = true;

    static const Object<RefundLine> &object();
    friend bool operator==(const RefundLine &, const RefundLine &) = default;
};

/// The body of POST /orders/{id}/return.
struct NewReturn
{
    QList<RefundLine> lines;
    QString reason;

    static const Object<NewReturn> &object();
};

/// The body of POST /payments/refund/{id}.
struct NewRefund
{
    std::optional<Money> amount; ///< Left out: what the lines give back, or all that is left.
    QString reason;
    QList<RefundLine> lines;

    static const Object<NewRefund> &object();
};

} // namespace tp::contract

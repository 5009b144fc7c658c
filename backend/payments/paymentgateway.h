// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/money.h"
#include "backend/payments/payment.h"

#include <functional>
#include <string>
#include <variant>

namespace tp::payments {

/// The gateway did it, or had done it when asked with the same key before. The reference of an
/// authorization is what its capture, void and refunds name.
struct GatewayDone
{
    std::string reference;
    friend bool operator==(const GatewayDone &, const GatewayDone &) = default;
};

/// It will not, whoever asks again with that key.
struct GatewayRefused
{
    std::string code; ///< For people and programs: "card_declined".
    friend bool operator==(const GatewayRefused &, const GatewayRefused &) = default;
};

/// Nobody knows: no answer in time, or one that says neither yes nor no. Ask with status(), or the
/// same again with the same key.
struct GatewayUnknown
{
    friend bool operator==(const GatewayUnknown &, const GatewayUnknown &) = default;
};

/// It has not done what the key stands for, and has not refused it either.
struct GatewayNotFound
{
    friend bool operator==(const GatewayNotFound &, const GatewayNotFound &) = default;
};

using GatewayReply = std::variant<GatewayDone, GatewayRefused, GatewayUnknown, GatewayNotFound>;

/// One question to a gateway, as it was written down before it was asked.
struct GatewayAsk
{
    std::string gateway;
    Action action = Action::Authorize;
    std::string key;
    Money amount;
    std::string token;     ///< Of an authorization.
    std::string reference; ///< Of everything else: the authorization's.
};

/// Who takes money that is not handed over. Every act has a key of ours, and all that a gateway
/// promises rests on it:
///
/// - the same key with the same question has one effect and one answer, however often and from
///   however many places it is asked; with another question it is refused;
/// - status() says what became of a key without doing anything: never GatewayNotFound for what was
///   done or refused;
/// - it never gives back more than it captured, nor captures more than it authorized, nor what was
///   voided.
///
/// Nothing here blocks. Any thread may ask; a reply comes once, on any thread, perhaps before the
/// question returns, and whoever takes it must not block either. Only status() answers
/// GatewayNotFound. tests/storage/tst_paymentgateways.cpp holds every gateway against this.
class PaymentGateway
{
public:
    using OnReply = std::function<void(GatewayReply)>;

    virtual ~PaymentGateway() = default;

    virtual void authorize(const std::string &key, Money amount, const std::string &token,
                           OnReply onReply) = 0;
    virtual void capture(const std::string &key, const std::string &reference, Money amount,
                         OnReply onReply) = 0;
    virtual void voidAuthorization(const std::string &key, const std::string &reference,
                                   OnReply onReply) = 0;
    virtual void refund(const std::string &key, const std::string &reference, Money amount,
                        OnReply onReply) = 0;
    virtual void status(const std::string &key, OnReply onReply) = 0;
};

/// Puts a question that was written down.
void put(PaymentGateway &gateway, const GatewayAsk &ask, PaymentGateway::OnReply onReply);

} // namespace tp::payments

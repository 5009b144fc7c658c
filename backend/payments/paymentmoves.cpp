// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/payments/paymentmoves.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tp::payments {

namespace {

/// Nothing where the state stays: a void that is refused leaves what was authorized.
std::optional<PaymentEvent> eventOf(PaymentState state, Action action, const GatewayReply &reply)
{
    const std::optional<PaymentEvent> stillAuthorized =
        state == PaymentState::Unknown ? std::optional(PaymentEvent::Authorized) : std::nullopt;
    if (std::holds_alternative<GatewayUnknown>(reply))
        return PaymentEvent::AnswerLost;
    const bool isDone = std::holds_alternative<GatewayDone>(reply);
    switch (action) {
    case Action::Authorize:
        return isDone ? PaymentEvent::Authorized : PaymentEvent::Refused;
    case Action::Capture:
        if (isDone)
            return PaymentEvent::Captured;
        return std::holds_alternative<GatewayRefused>(reply) ? std::optional(PaymentEvent::Refused)
                                                             : stillAuthorized;
    case Action::Void:
        return isDone ? std::optional(PaymentEvent::Voided) : stillAuthorized;
    case Action::Refund:
    case Action::Count:
        break;
    }
    Q_UNREACHABLE();
}

/// The share of a refund moves from what is asked to what is given, or back.
Result<Payment> refundAnswered(Payment payment, const PaymentEntry &asked,
                               const GatewayReply &reply)
{
    if (std::holds_alternative<GatewayUnknown>(reply))
        return payment;
    TP_TRY(payment.refunding, payment.refunding.minus(asked.amount));
    TP_TRY(payment.refundingAmount, payment.refundingAmount.minus(asked.share));
    if (!std::holds_alternative<GatewayDone>(reply))
        return payment;
    TP_TRY(const Money rounding, asked.amount.minus(asked.share));
    return refunded(std::move(payment), {asked.share, rounding, asked.amount});
}

Payment withReply(Payment payment, const PaymentEntry &asked, const GatewayReply &reply)
{
    const auto *done = std::get_if<GatewayDone>(&reply);
    const auto *refused = std::get_if<GatewayRefused>(&reply);
    if (asked.action == Action::Authorize && !std::holds_alternative<GatewayUnknown>(reply)) {
        payment.token.reset(); // Nobody needs it any more.
        if (done)
            payment.reference = done->reference;
    }
    if (asked.action == Action::Capture && done)
        payment.captured = asked.amount;
    if (refused)
        payment.failure = refused->code;
    else if (asked.action == Action::Authorize && std::holds_alternative<GatewayNotFound>(reply))
        payment.failure = NeverHeardOf;
    return payment;
}

} // namespace

Result<void> mayAsk(const Payment &payment, const PaymentBook &book, Action action)
{
    if (isByHand(payment.method))
        return illegalTransition(u"No gateway knows of this payment"_s);
    if (book.openAsk())
        return illegalTransition(u"The gateway has not answered what it was asked before"_s);
    switch (action) {
    case Action::Authorize:
        if (payment.state == PaymentState::Pending)
            return {};
        return illegalTransition(u"The payment is not pending any more"_s);
    case Action::Capture:
        if (payment.state == PaymentState::Authorized)
            return {};
        return illegalTransition(u"Only what is authorized is captured"_s);
    case Action::Void:
        // A failed one may hold money all the same: its authorization came late, or only its
        // capture was refused.
        if (payment.state == PaymentState::Authorized ||
            (payment.state == PaymentState::Failed && book.holdsAuthorization()))
            return {};
        return illegalTransition(u"Only what is authorized is voided"_s);
    case Action::Refund:
    case Action::Count:
        break;
    }
    Q_UNREACHABLE();
}

GatewayAsk askFor(const Payment &payment, Action action, const std::string &key, Money amount)
{
    return {.gateway = payment.gateway,
            .action = action,
            .key = key,
            .amount = amount,
            .token = payment.token.value_or(std::string()),
            .reference = payment.reference.value_or(std::string())};
}

Result<Payment> moved(Payment payment, PaymentEvent event)
{
    const auto next = PaymentTable.next(payment.state, event);
    if (!next) {
        const std::string_view state = nameOf(payment.state);
        return illegalTransition(
            u"The payment is %1"_s.arg(QString::fromLatin1(state.data(), qsizetype(state.size()))));
    }
    payment.state = *next;
    return payment;
}

Result<Payment> answered(Payment payment, const PaymentEntry &asked, const GatewayReply &reply)
{
    if (asked.action == Action::Refund)
        return refundAnswered(std::move(payment), asked, reply);
    const auto event = eventOf(payment.state, asked.action, reply);
    // A failed payment stays failed, whatever is let go of it.
    if (event && payment.state != PaymentState::Failed) {
        TP_TRY(payment, moved(std::move(payment), *event));
    }
    return withReply(std::move(payment), asked, reply);
}

Result<Payment> answeredLate(Payment payment, const PaymentEntry &asked, const GatewayDone &reply)
{
    if (asked.action == Action::Refund) {
        TP_TRY(const Money rounding, asked.amount.minus(asked.share));
        TP_TRY(payment, refundAsked(std::move(payment), {asked.share, rounding, asked.amount}));
        TP_TRY(const Money back, payment.refunded.plus(payment.refunding));
        TP_TRY(const Money backAmount, payment.refundedAmount.plus(payment.refundingAmount));
        if (back.minor() > payment.captured.minor() ||
            backAmount.minor() > payment.amount.minor()) {
            return Error{
                ErrorCode::RefundExceedsCaptured, u"Others have given this back meanwhile"_s, {}};
        }
    } else if (asked.action != Action::Authorize && payment.state == PaymentState::Failed) {
        return illegalTransition(u"The payment has failed"_s);
    }
    return answered(std::move(payment), asked, reply);
}

Result<pricing::GivenBack> refundable(const Payment &payment, const std::optional<Money> &amount,
                                      qint64 cashStepMinor)
{
    switch (payment.state) {
    case PaymentState::Captured:
    case PaymentState::PartiallyRefunded:
    case PaymentState::Refunded:
        break;
    case PaymentState::Pending:
    case PaymentState::Authorized:
    case PaymentState::Voided:
    case PaymentState::Failed:
    case PaymentState::Unknown:
    case PaymentState::Count:
        return illegalTransition(u"Nothing of this payment was taken"_s);
    }
    TP_TRY(const Money handedBefore, payment.refunded.plus(payment.refunding));
    TP_TRY(const Money amountBefore, payment.refundedAmount.plus(payment.refundingAmount));
    TP_TRY(const Money handedLeft, payment.captured.minus(handedBefore));
    TP_TRY(const Money amountLeft, payment.amount.minus(amountBefore));
    const bool isTooMuch = amount && amount->currency() == payment.amount.currency() &&
                           amount->minor() > std::max(handedLeft.minor(), amountLeft.minor());
    if (isTooMuch || (handedLeft.isZero() && amountLeft.isZero())) {
        const QString detail = u"Only %1 is left to give back"_s.arg(handedLeft.toDecimal());
        return Error{ErrorCode::RefundExceedsCaptured,
                     detail,
                     {{u"/amount"_s, ErrorCode::RefundExceedsCaptured, detail}}};
    }
    return pricing::giveBack({.amount = payment.amount,
                              .captured = payment.captured,
                              .refundedAmount = amountBefore,
                              .refunded = handedBefore},
                             amount.value_or(amountLeft),
                             payment.method == Method::Cash ? cashStepMinor : 1);
}

Result<Payment> refunded(Payment payment, const pricing::GivenBack &given)
{
    TP_TRY(payment.refunded, payment.refunded.plus(given.handed));
    TP_TRY(payment.refundedAmount, payment.refundedAmount.plus(given.amount));
    // What the coins let go of at the sale comes back without a coin.
    if (payment.state == PaymentState::Refunded && given.handed.isZero())
        return payment;
    const bool isAll = payment.refunded == payment.captured;
    return moved(std::move(payment),
                 isAll ? PaymentEvent::AllRefunded : PaymentEvent::PartRefunded);
}

Result<Payment> refundAsked(Payment payment, const pricing::GivenBack &given)
{
    TP_TRY(payment.refunding, payment.refunding.plus(given.handed));
    TP_TRY(payment.refundingAmount, payment.refundingAmount.plus(given.amount));
    return payment;
}

} // namespace tp::payments

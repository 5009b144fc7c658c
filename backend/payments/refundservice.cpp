// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/payments/refundservice.h"

#include "backend/payments/paymentevents.h"
#include "backend/payments/paymentmoves.h"
#include "backend/payments/paymentstore.h"

using namespace Qt::StringLiterals;

namespace tp::payments {

namespace {

using storage::UnitOfWork;

/// The refund as it was begun before, by its first entry.
Result<RefundService::Begun> begunBefore(Payment payment, const PaymentBook &book,
                                         const PaymentEntry &first)
{
    if (first.action != Action::Refund)
        return Error{ErrorCode::Conflict, u"This key stands for another act"_s, {}};
    TP_TRY(const Money rounding, first.amount.minus(first.share));
    RefundService::Begun begun{.payment = std::move(payment),
                               .given = {first.share, rounding, first.amount},
                               .ask = {},
                               .known = {},
                               .isNew = false};
    if (first.outcome == Outcome::Asked) {
        begun.ask = askFor(begun.payment, Action::Refund, first.key, first.amount);
        begun.known = book.replyTo(first.key, begun.ask->reference);
    }
    return begun;
}

} // namespace

Result<RefundService::Begun> RefundService::refund(UnitOfWork &work, const Refund &wanted) const
{
    TP_TRY(auto found, PaymentStore::held(work, wanted.id));
    if (!found)
        return Error{ErrorCode::NotFound, u"There is no such payment"_s, {}};
    Payment payment = std::move(*found);
    TP_TRY(const PaymentBook book, PaymentStore::book(work, payment));
    const PaymentEntry *before = book.find(wanted.key, Outcome::Asked);
    if (!before)
        before = book.find(wanted.key, Outcome::Done);
    if (before)
        return begunBefore(std::move(payment), book, *before);

    const bool isHere = isByHand(payment.method);
    TP_TRY(const pricing::GivenBack given,
           refundable(payment, wanted.amount, wanted.cashStepMinor));
    if (isHere) {
        TP_TRY(payment, refunded(std::move(payment), given));
        payment.version += 1;
        payment.updatedAtMs = work.nowMs();
    } else {
        TP_TRY(payment, refundAsked(std::move(payment), given));
    }
    TP_CHECK(PaymentStore::append(work, payment.id,
                                  {.seq = book.nextSeq(),
                                   .atMs = work.nowMs(),
                                   .action = Action::Refund,
                                   .outcome = isHere ? Outcome::Done : Outcome::Asked,
                                   .code = {},
                                   .key = wanted.key,
                                   .amount = given.handed,
                                   .share = given.amount}));
    TP_CHECK(PaymentStore::update(work, payment));
    PaymentEvents::tell(work, payment);
    std::optional<GatewayAsk> ask;
    if (!isHere)
        ask = askFor(payment, Action::Refund, wanted.key, given.handed);
    return Begun{.payment = std::move(payment),
                 .given = given,
                 .ask = std::move(ask),
                 .known = {},
                 .isNew = true};
}

Result<std::optional<Money>> RefundService::handed(UnitOfWork &work, PaymentId id,
                                                   const std::string &key) const
{
    TP_TRY(const auto payment, PaymentStore::held(work, id));
    if (!payment)
        return Error{ErrorCode::NotFound, u"There is no such payment"_s, {}};
    TP_TRY(const PaymentBook book, PaymentStore::book(work, *payment));
    const PaymentEntry *done = book.find(key, Outcome::Done);
    return done ? std::optional(done->amount) : std::nullopt;
}

Money RefundService::left(const Payment &payment)
{
    const bool isTaken =
        payment.state == PaymentState::Captured || payment.state == PaymentState::PartiallyRefunded;
    if (!isTaken)
        return Money::zero(payment.amount.currency());
    return *payment.amount.minus(payment.refundedAmount)->minus(payment.refundingAmount);
}

} // namespace tp::payments

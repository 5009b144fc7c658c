// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/payments/paymentservice.h"

#include "backend/journal/auditlog.h"
#include "backend/kernel/fielderrors.h"
#include "backend/payments/paymentevents.h"
#include "backend/payments/paymentmoves.h"
#include "backend/payments/paymentstore.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace tp::payments {

namespace {

using storage::UnitOfWork;

Payment begun(const UnitOfWork &work, PaymentId id, const NewPayment &wanted)
{
    const Money nothing = Money::zero(wanted.amount.currency());
    return {.id = id,
            .orderId = wanted.orderId,
            .userId = wanted.userId,
            .position = wanted.position,
            .method = wanted.method,
            .gateway = wanted.gateway,
            .state = PaymentState::Pending,
            .amount = wanted.amount,
            .rounding = wanted.rounding,
            .tendered = wanted.tendered,
            .change = wanted.change,
            .captured = nothing,
            .refunded = nothing,
            .refunding = nothing,
            .refundedAmount = nothing,
            .refundingAmount = nothing,
            .token = wanted.token,
            .reference = wanted.reference,
            .note = {},
            .failure = {},
            .createHash = wanted.createHash,
            .version = 1,
            .createdAtMs = work.nowMs(),
            .updatedAtMs = work.nowMs()};
}

Result<PaymentService::Created> inserted(UnitOfWork &work, const Payment &payment)
{
    TP_TRY(const bool isNew, PaymentStore::insert(work, payment));
    if (isNew) {
        PaymentEvents::tell(work, payment);
        return PaymentService::Created{payment.id, true};
    }
    TP_TRY(const auto existing, PaymentStore::held(work, payment.id));
    if (existing && existing->createHash == payment.createHash &&
        existing->orderId == payment.orderId)
        return PaymentService::Created{payment.id, false};
    return Error{ErrorCode::IdTaken, u"Another payment has this id"_s, {}};
}

PaymentEntry doneHere(const UnitOfWork &work, const Payment &payment, Action action,
                      const std::string &key)
{
    return {.seq = 1,
            .atMs = work.nowMs(),
            .action = action,
            .outcome = Outcome::Done,
            .code = {},
            .key = key,
            .amount = payment.due(),
            .share = payment.amount};
}

Result<Payment> takenByHand(Payment payment)
{
    if (!isByHand(payment.method))
        return illegalTransition(u"This payment is its gateway's to capture"_s);
    payment.captured = payment.due();
    return moved(std::move(payment), PaymentEvent::Captured);
}

Result<Payment> saved(UnitOfWork &work, Payment payment, const PaymentEntry &entry)
{
    payment.version += 1;
    payment.updatedAtMs = work.nowMs();
    TP_CHECK(PaymentStore::append(work, payment.id, entry));
    TP_CHECK(PaymentStore::update(work, payment));
    PaymentEvents::tell(work, payment);
    return payment;
}

} // namespace

Result<PaymentService::Created> PaymentService::create(UnitOfWork &work,
                                                       const NewPayment &wanted) const
{
    return inserted(work, begun(work, wanted.id.value_or(PaymentId(work.newId())), wanted));
}

Result<PaymentService::Created> PaymentService::createTaken(UnitOfWork &work,
                                                            const NewPayment &wanted,
                                                            const std::string &key) const
{
    TP_TRY(const Payment payment,
           takenByHand(begun(work, wanted.id.value_or(PaymentId(work.newId())), wanted)));
    TP_TRY(const Created created, inserted(work, payment));
    if (created.isNew)
        TP_CHECK(
            PaymentStore::append(work, payment.id, doneHere(work, payment, Action::Capture, key)));
    return created;
}

Result<Payment> PaymentService::held(UnitOfWork &work, PaymentId id, const std::string &owner) const
{
    TP_TRY(auto found, PaymentStore::held(work, id));
    if (!found || (!owner.empty() && found->userId != owner))
        return Error{ErrorCode::NotFound, u"There is no such payment"_s, {}};
    return std::move(*found);
}

Result<QList<Payment>> PaymentService::heldOfOrder(UnitOfWork &work, OrderId order) const
{
    return PaymentStore::heldOfOrder(work, order);
}

Result<Payment> PaymentService::take(UnitOfWork &work, const Payment &payment,
                                     const std::string &key) const
{
    TP_TRY(const PaymentBook book, PaymentStore::book(work, payment));
    if (book.has(key, Outcome::Done))
        return payment;
    TP_TRY(Payment taken, takenByHand(payment));
    PaymentEntry entry = doneHere(work, taken, Action::Capture, key);
    entry.seq = book.nextSeq();
    return saved(work, std::move(taken), entry);
}

Result<Payment> PaymentService::cancel(UnitOfWork &work, PaymentId id, const std::string &key) const
{
    TP_TRY(Payment payment, held(work, id));
    if (payment.state == PaymentState::Voided)
        return payment;
    TP_TRY(const PaymentBook book, PaymentStore::book(work, payment));
    if (payment.state != PaymentState::Pending || book.openAsk())
        return illegalTransition(u"Only a pending payment is cancelled like this"_s);
    TP_TRY(payment, moved(std::move(payment), PaymentEvent::Voided));
    payment.token.reset();
    PaymentEntry entry = doneHere(work, payment, Action::Void, key);
    entry.seq = book.nextSeq();
    return saved(work, std::move(payment), entry);
}

Result<void> PaymentService::change(UnitOfWork &work, PaymentId id, const Change &change,
                                    const Origin &origin) const
{
    TP_TRY(Payment payment, held(work, id));
    QStringList changed;
    if (change.reference && change.reference->toStdString() != payment.reference.value_or("")) {
        if (!isByHand(payment.method)) {
            return atMember(u"/reference"_s, ErrorCode::ReadOnly,
                            u"The gateway knows the payment by this"_s);
        }
        payment.reference.reset();
        if (!change.reference->isEmpty())
            payment.reference = change.reference->toStdString();
        changed.append(u"\"reference\""_s);
    }
    if (change.note && *change.note != payment.note) {
        payment.note = *change.note;
        changed.append(u"\"note\""_s);
    }
    if (changed.isEmpty())
        return {};
    payment.version += 1;
    payment.updatedAtMs = work.nowMs();
    TP_CHECK(PaymentStore::update(work, payment));
    PaymentEvents::tellChanged(work, payment);
    return journal::AuditLog::add(work, origin,
                                  {"payment.changed", id.toString(),
                                   u"{\"changed\":[%1]}"_s.arg(changed.join(u',')).toStdString()});
}

} // namespace tp::payments

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/payments/gatewayaskservice.h"

#include "backend/payments/paymentevents.h"
#include "backend/payments/paymentmoves.h"
#include "backend/payments/paymentstore.h"

using namespace Qt::StringLiterals;

namespace tp::payments {

namespace {

using storage::UnitOfWork;

Result<Payment> heldPayment(UnitOfWork &work, PaymentId id)
{
    TP_TRY(auto found, PaymentStore::held(work, id));
    if (!found)
        return Error{ErrorCode::NotFound, u"There is no such payment"_s, {}};
    return std::move(*found);
}

Outcome outcomeOf(const GatewayReply &reply)
{
    if (std::holds_alternative<GatewayDone>(reply))
        return Outcome::Done;
    return std::holds_alternative<GatewayUnknown>(reply) ? Outcome::Unknown : Outcome::Refused;
}

std::optional<std::string> codeOf(const GatewayReply &reply)
{
    if (const auto *refused = std::get_if<GatewayRefused>(&reply))
        return refused->code;
    if (std::holds_alternative<GatewayNotFound>(reply))
        return NeverHeardOf;
    return std::nullopt;
}

PaymentEntry entryAfter(const UnitOfWork &work, const PaymentBook &book, PaymentEntry asked,
                        const GatewayReply &reply)
{
    asked.seq = book.nextSeq();
    asked.atMs = work.nowMs();
    asked.outcome = outcomeOf(reply);
    asked.code = codeOf(reply);
    return asked;
}

} // namespace

Result<GatewayAskService::Begun> GatewayAskService::begin(UnitOfWork &work, PaymentId id,
                                                          Action action,
                                                          const std::string &key) const
{
    Q_ASSERT(action != Action::Refund);
    TP_TRY(const Payment payment, heldPayment(work, id));
    TP_TRY(const PaymentBook book, PaymentStore::book(work, payment));
    const std::string reference = payment.reference.value_or(std::string());
    if (const PaymentEntry *before = book.find(key, Outcome::Asked)) {
        if (before->action != action)
            return Error{ErrorCode::Conflict, u"This key stands for another act"_s, {}};
        return Begun{askFor(payment, action, key, before->amount), false,
                     book.replyTo(key, reference)};
    }
    const Money due = payment.due();
    if (action == Action::Void && payment.state == PaymentState::Voided)
        return Begun{askFor(payment, action, key, due), false, GatewayDone{reference}};
    TP_CHECK(mayAsk(payment, book, action));
    TP_CHECK(PaymentStore::append(work, id,
                                  {.seq = book.nextSeq(),
                                   .atMs = work.nowMs(),
                                   .action = action,
                                   .outcome = Outcome::Asked,
                                   .code = {},
                                   .key = key,
                                   .amount = due,
                                   .share = payment.amount}));
    return Begun{askFor(payment, action, key, due), true, std::nullopt};
}

Result<GatewayAskService::Open> GatewayAskService::open(UnitOfWork &work,
                                                        const Payment &payment) const
{
    TP_TRY(const PaymentBook book, PaymentStore::book(work, payment));
    Open open{.ask = {}, .holdsAuthorization = book.holdsAuthorization()};
    if (const PaymentEntry *asked = book.openAsk())
        open.ask = askFor(payment, asked->action, asked->key, asked->amount);
    return open;
}

Result<GatewayAskService::Recorded> GatewayAskService::record(UnitOfWork &work, PaymentId id,
                                                              const std::string &key,
                                                              const GatewayReply &reply) const
{
    TP_TRY(Payment payment, heldPayment(work, id));
    TP_TRY(const PaymentBook book, PaymentStore::book(work, payment));
    const PaymentEntry *asked = book.find(key, Outcome::Asked);
    if (!asked)
        return Error{ErrorCode::NotFound, u"Nobody asked for this"_s, {}};

    const Outcome outcome = outcomeOf(reply);
    const bool isGivenUp = book.has(key, Outcome::Refused);
    const bool isLate = isGivenUp && (outcome == Outcome::Done || book.has(key, Outcome::Done));
    if (book.has(key, Outcome::Done) || book.has(key, outcome) || (isGivenUp && !isLate))
        return Recorded{std::move(payment), false, isLate};

    PaymentEntry entry = entryAfter(work, book, *asked, reply);
    const auto follows = isLate ? answeredLate(payment, *asked, std::get<GatewayDone>(reply))
                                : answered(payment, *asked, reply);
    if (follows)
        payment = *follows;
    else if (isLate)
        entry.code = CameLate;
    else
        return follows.error();
    payment.version += 1;
    payment.updatedAtMs = work.nowMs();
    TP_CHECK(PaymentStore::append(work, id, entry));
    TP_CHECK(PaymentStore::update(work, payment));
    PaymentEvents::tell(work, payment);
    return Recorded{std::move(payment), true, isLate};
}

} // namespace tp::payments

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/payments/testgatewaybooksservice.h"

#include "backend/payments/testtoken.h"

namespace tp::payments {

namespace {

using storage::UnitOfWork;
using Ask = TestGatewayStore::Ask;
using Hold = TestGatewayStore::Hold;
using Manner = TestToken::Manner;
using Answered = TestGatewayBooksService::Answered;
using Question = TestGatewayBooksService::Question;

Ask askOf(const Question &question)
{
    return {.key = question.key,
            .action = std::string(nameOf(question.action)),
            .subject = question.subject,
            .currency = question.amount ? std::string(question.amount->currency().code()) : "",
            .amount = question.amount ? question.amount->minor() : 0,
            .outcome = {},
            .reference = {},
            .code = {}};
}

GatewayReply replyOf(const Ask &ask)
{
    if (ask.outcome == "done")
        return GatewayDone{ask.reference};
    if (ask.outcome == "refused")
        return GatewayRefused{ask.code};
    return GatewayNotFound{};
}

Result<GatewayReply> refuse(UnitOfWork &work, Ask ask, const char *code)
{
    ask.outcome = "refused";
    ask.code = code;
    TP_CHECK(TestGatewayStore::put(work, ask));
    return replyOf(ask);
}

/// `amount` goes into the ledger.
Result<GatewayReply> carryOut(UnitOfWork &work, Ask ask, const Hold &hold, qint64 amount)
{
    ask.outcome = "done";
    ask.reference = hold.reference;
    TP_CHECK(TestGatewayStore::put(work, hold));
    TP_CHECK(TestGatewayStore::append(work, ask.action, ask.key, hold.currency, amount));
    TP_CHECK(TestGatewayStore::put(work, ask));
    return replyOf(ask);
}

Result<GatewayReply> authorizeOnce(UnitOfWork &work, const Ask &ask, Manner manner)
{
    if (manner == Manner::Invalid)
        return refuse(work, ask, "invalid_token");
    if (manner == Manner::Declined)
        return refuse(work, ask, "card_declined");
    const Hold hold{.reference = "tg_" + work.newId().toString(),
                    .token = ask.subject,
                    .currency = ask.currency,
                    .authorized = ask.amount,
                    .captured = {},
                    .refunded = 0,
                    .isVoided = false};
    return carryOut(work, ask, hold, ask.amount);
}

Result<GatewayReply> captureOnce(UnitOfWork &work, const Ask &ask, Hold hold)
{
    if (hold.isVoided)
        return refuse(work, ask, "voided");
    if (hold.captured)
        return refuse(work, ask, "already_captured");
    if (ask.amount > hold.authorized)
        return refuse(work, ask, "amount_too_large");
    hold.captured = ask.amount;
    return carryOut(work, ask, hold, ask.amount);
}

Result<GatewayReply> voidOnce(UnitOfWork &work, Ask ask, Hold hold)
{
    if (hold.captured)
        return refuse(work, ask, "already_captured");
    if (hold.isVoided) { // Nothing is left to let go of, which is all that is wanted.
        ask.outcome = "done";
        ask.reference = hold.reference;
        TP_CHECK(TestGatewayStore::put(work, ask));
        return replyOf(ask);
    }
    hold.isVoided = true;
    const qint64 amount = hold.authorized;
    return carryOut(work, ask, hold, amount);
}

Result<GatewayReply> refundOnce(UnitOfWork &work, const Ask &ask, Hold hold)
{
    if (ask.amount > hold.captured.value_or(0) - hold.refunded)
        return refuse(work, ask, "refund_exceeds_captured");
    hold.refunded += ask.amount;
    return carryOut(work, ask, hold, ask.amount);
}

Result<GatewayReply> actOnHold(UnitOfWork &work, const Ask &ask, Action action, const Hold &hold)
{
    if (action != Action::Void && ask.currency != hold.currency)
        return refuse(work, ask, "wrong_currency");
    switch (action) {
    case Action::Capture:
        return captureOnce(work, ask, hold);
    case Action::Void:
        return voidOnce(work, ask, hold);
    case Action::Refund:
        return refundOnce(work, ask, hold);
    case Action::Authorize:
    case Action::Count:
        break;
    }
    Q_UNREACHABLE();
}

Result<Answered> answerAuthorization(UnitOfWork &work, Ask ask, bool hasFailed)
{
    const TestToken token = TestToken::parse(ask.subject);
    if (token.manner == Manner::Unheard)
        return Answered{GatewayUnknown{}, std::nullopt};
    if (token.manner == Manner::FailsOnce && !hasFailed) {
        ask.outcome = "failed";
        TP_CHECK(TestGatewayStore::put(work, ask));
        return Answered{GatewayUnknown{}, 0};
    }
    TP_TRY(GatewayReply reply, authorizeOnce(work, ask, token.manner));
    return Answered{std::move(reply), token.slowMs};
}

} // namespace

Result<Answered> TestGatewayBooksService::answer(UnitOfWork &work, const Question &question) const
{
    const Ask ask = askOf(question);
    TP_TRY(const auto before, TestGatewayStore::ask(work, question.key));
    if (before && !before->isSameQuestion(ask))
        return Answered{GatewayRefused{"key_reused"}, 0};
    if (before && before->outcome != "failed")
        return Answered{replyOf(*before), 0};
    if (question.action == Action::Authorize)
        return answerAuthorization(work, ask, before.has_value());

    TP_TRY(const auto hold, TestGatewayStore::hold(work, question.subject));
    if (!hold) {
        TP_TRY(GatewayReply reply, refuse(work, ask, "unknown_reference"));
        return Answered{std::move(reply), 0};
    }
    const TestToken token = TestToken::parse(hold->token);
    TP_TRY(GatewayReply reply, actOnHold(work, ask, question.action, *hold));
    if (token.manner == Manner::CaptureUnsaid && question.action == Action::Capture)
        return Answered{std::move(reply), std::nullopt};
    return Answered{std::move(reply), token.slowMs};
}

Result<GatewayReply> TestGatewayBooksService::status(storage::Session &session,
                                                     const std::string &key) const
{
    TP_TRY(const auto ask, TestGatewayStore::ask(session, key));
    return ask ? replyOf(*ask) : GatewayReply(GatewayNotFound{});
}

} // namespace tp::payments

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/payments/paymentroutes.h"

#include "backend/contract/page.h"
#include "backend/contract/payment.h"
#include "backend/http/cursor.h"
#include "backend/http/router.h"
#include "backend/kernel/fielderrors.h"
#include "backend/payments/gateways.h"
#include "backend/payments/paymentqueries.h"
#include "backend/payments/paymentservice.h"

using namespace Qt::StringLiterals;

namespace tp::payments {

namespace {

using http::Answer;
using http::Call;
using storage::Snapshot;
using storage::UnitOfWork;

/// Stripe's are a few kilobytes.
constexpr std::size_t WebhookBytesMax = 256 * 1024;

/// Whose payments alone they may see; empty: everybody's.
std::string ownerSeenBy(const Call &call)
{
    return call.actor().may(Permission::PaymentsReadAll) ? std::string()
                                                         : call.actor().id.toStdString();
}

Result<std::optional<PaymentQueries::After>> placeOf(const Call &call)
{
    TP_TRY(const auto cursor, call.cursor(2));
    if (!cursor)
        return std::optional<PaymentQueries::After>();
    TP_TRY(const qint64 createdAtMs, http::cursorNumber(cursor->at(0)));
    return std::optional(PaymentQueries::After{createdAtMs, cursor->at(1)});
}

Result<Answer> paymentPage(const Call &call, Snapshot &snapshot, PaymentQueries::Filter filter)
{
    TP_TRY(const auto after, placeOf(call));
    filter.owner = ownerSeenBy(call);
    std::string body;
    contract::JsonWriter json(body);
    contract::PageWriter page(json);
    TP_TRY(const auto last,
           PaymentQueries().writePage(snapshot, filter, after, call.limit(), json));
    page.end(last ? http::encodeCursor({std::to_string(last->createdAtMs), last->id})
                  : std::string());
    return Answer::json(200, std::move(body));
}

Result<Answer> paymentsOfStatus(const Call &call, Snapshot &snapshot)
{
    const std::string status(call.pathText("status"));
    if (!paymentStateFromName(status))
        return Error{ErrorCode::BadId, u"status in the path is none of a payment"_s, {}};
    return paymentPage(call, snapshot, {.owner = {}, .user = {}, .status = status});
}

Result<Answer> shownPayment(storage::Session &session, PaymentId id, const std::string &owner,
                            int status = 200)
{
    std::string body;
    contract::JsonWriter json(body);
    TP_TRY(std::string etag, PaymentQueries().write(session, id, owner, json));
    return Answer::json(status, std::move(body)).withEtag(std::move(etag));
}

Result<void> checkReadOnlyPayment(const contract::ReadOnlyMembers &sent, PaymentId id,
                                  UnitOfWork &work)
{
    if (sent.empty())
        return {};
    TP_TRY(const Answer shown, shownPayment(work, id, {}));
    TP_TRY(const contract::JsonValue current, contract::parseJson(shown.body));
    return contract::unchanged(sent, current);
}

Result<Answer> changePayment(const PaymentService &payments, const Call &call,
                             const contract::ChangePayment &body, UnitOfWork &work)
{
    const auto id = call.pathId<PaymentId>("id");
    const bool isOwnOnly = call.actor().grant(Permission::PaymentsCreate).isLimitedTo(Limit::Own);
    TP_TRY(const Payment before,
           payments.held(work, id, isOwnOnly ? call.actor().id.toStdString() : std::string()));
    TP_CHECK(call.requireMatch(before.version));
    TP_CHECK(checkReadOnlyPayment(body.readOnly, id, work));
    TP_CHECK(payments.change(work, id, {.reference = body.reference.to, .note = body.note.to},
                             call.origin()));
    return shownPayment(work, id, {});
}

/// Nobody sends any yet: what a gateway did is asked of it by our own key.
Result<Answer> takeWebhook(const Gateways &gateways, const Call &call)
{
    TP_TRY(const contract::JsonValue json, contract::parseJson(call.body()));
    if (json.type != contract::JsonValue::Type::Object) {
        return atMember(QString(), ErrorCode::WrongType, u"The body must be an object"_s);
    }
    const std::string_view name = call.pathText("gateway");
    if (!Gateways::isKnown(name))
        return Error{ErrorCode::NotFound, u"There is no such gateway"_s, {}};
    const QString why = gateways.find(name) ? u"This gateway sends no webhooks"_s
                                            : u"This gateway is not configured"_s;
    return Error{ErrorCode::GatewayNotConfigured, why, {}};
}

void addPaymentReading(http::Router &router)
{
    // Who may read an order may read what was paid for it; whose, the handler asks.
    router.get("/payments")
        .summary(u"Payments, newest first"_s)
        .description(u"Those of all orders with payments.read_all, else those of one's own."_s)
        .tag(u"Payments"_s)
        .needs(Permission::OrdersReadOwn)
        .paged()
        .answersPage<contract::Payment>()
        .quick(
            [](const Call &call, Snapshot &snapshot) { return paymentPage(call, snapshot, {}); });

    router.get("/payments/{id}")
        .summary(u"One payment"_s)
        .tag(u"Payments"_s)
        .needs(Permission::OrdersReadOwn)
        .answers<contract::Payment>(200)
        .quick([](const Call &call, Snapshot &snapshot) {
            return shownPayment(snapshot, call.pathId<PaymentId>("id"), ownerSeenBy(call));
        });

    router.get("/payments/user/{user_id}")
        .summary(u"Payments for what somebody ordered, newest first"_s)
        .tag(u"Payments"_s)
        .needs(Permission::OrdersReadOwn)
        .paged()
        .answersPage<contract::Payment>()
        .quick([](const Call &call, Snapshot &snapshot) {
            return paymentPage(
                call, snapshot,
                {.owner = {}, .user = call.pathId<UserId>("user_id").toString(), .status = {}});
        });

    router.get("/payments/status/{status}")
        .summary(u"Payments that stand so, newest first"_s)
        .tag(u"Payments"_s)
        .needs(Permission::OrdersReadOwn)
        .pathText("status")
        .paged()
        .answersPage<contract::Payment>()
        .quick(paymentsOfStatus);
}

} // namespace

Result<Answer> paymentAnswer(const Call &call, storage::Session &session, PaymentId id, int status)
{
    return shownPayment(session, id, ownerSeenBy(call), status);
}

void addPaymentRoutes(http::Router &router, const PaymentService &payments,
                      const Gateways &gateways)
{
    addPaymentReading(router);

    router.put("/payments/{id}")
        .summary(u"Write on a payment"_s)
        .description(u"Its note, and of cash and external payments the reference."_s)
        .tag(u"Payments"_s)
        .needs(Permission::PaymentsCreate)
        .answers<contract::Payment>(200)
        .problems({ErrorCode::ReadOnly})
        .writes<contract::ChangePayment>(
            [&payments](const Call &call, const contract::ChangePayment &body, UnitOfWork &work) {
                return changePayment(payments, call, body, work);
            });

    router.post("/payments/webhooks/{gateway}")
        .summary(u"What a gateway tells by itself"_s)
        .description(u"Signed by the gateway, so no token is asked for. None that sends any is "
                     "built yet."_s)
        .tag(u"Payments"_s)
        .open()
        .pathText("gateway")
        .bodyBytes({"application/json"}, WebhookBytesMax)
        .answersNothing()
        .problems({ErrorCode::MalformedJson, ErrorCode::InvalidBody, ErrorCode::NotFound,
                   ErrorCode::GatewayNotConfigured})
        .answersWith([&gateways](const Call &call) { return takeWebhook(gateways, call); });
}

} // namespace tp::payments

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orchestration/saleservice.h"

#include "backend/catalogue/saleproductstore.h"
#include "backend/contract/jsonwriter.h"
#include "backend/inventory/reservationservice.h"
#include "backend/journal/auditlog.h"
#include "backend/kernel/fielderrors.h"
#include "backend/orchestration/checkout.h"
#include "backend/orchestration/paymentnames.h"
#include "backend/orchestration/registerseries.h"
#include "backend/orchestration/sagadata.h"
#include "backend/orders/orderservice.h"
#include "backend/orders/orderstore.h"
#include "backend/payments/paymentservice.h"

using namespace Qt::StringLiterals;

namespace tp::orchestration {
namespace {

using contract::NewOrder;
using storage::UnitOfWork;

std::optional<std::string> textOf(const std::optional<QString> &text)
{
    return text ? std::optional(text->toStdString()) : std::nullopt;
}

/// An error of one payment, at its place in the body.
Error atPayment(Error error, qsizetype place, const char *member)
{
    const QString pointer = u"/payments/%1/%2"_s.arg(place).arg(QLatin1StringView(member));
    return atMember(pointer, error.code, error.detail);
}

bool isDue(const OrderDraft &draft)
{
    return draft.settlement.due.minor() > 0;
}

/// A price that somebody set is seen by whoever asks later.
Result<void> auditPrices(UnitOfWork &work, const NewOrder &body, const OrderDraft &draft,
                         const Origin &origin)
{
    if (draft.order.hasHappened())
        return {};
    for (qsizetype i = 0; i < body.lines.size(); ++i) {
        if (!body.lines.at(i).unitPrice)
            continue;
        std::string details;
        contract::JsonWriter(details)
            .beginObject()
            .key("product")
            .string(body.lines.at(i).productId.toString())
            .key("unit_price")
            .money(*body.lines.at(i).unitPrice)
            .endObject();
        TP_CHECK(journal::AuditLog::add(
            work, origin, {"order.price_overridden", draft.order.id.toString(), details}));
    }
    return {};
}

} // namespace

Result<SaleService::Placed> SaleService::place(UnitOfWork &work, const NewOrder &body,
                                               const Who &who) const
{
    if (body.id) {
        TP_TRY(const auto before, orders::OrderStore::createHashOf(work, *body.id));
        if (before && *before == who.createHash)
            return Placed{*body.id, false, {}};
    }
    TP_TRY(OrderDraft draft, draftOf(work, who.actor, body));
    TP_TRY(draft.series, seriesFor(work, draft.order));
    if (!draft.order.hasHappened())
        TP_CHECK(checkNew(body, draft));
    draft.order.sagaId = SagaId(work.newId());
    if (draft.order.hasHappened() || (body.payments.isEmpty() && draft.order.total.minor() > 0))
        draft.order.sagaId.reset();
    TP_TRY(const bool isNew,
           orders::OrderService::place(work, draft.order, who.createHash, who.origin));
    if (!isNew)
        return Placed{draft.order.id, false, {}};
    TP_CHECK(auditPrices(work, body, draft, who.origin));
    TP_CHECK(addPayments(work, body, draft));
    Placed placed{draft.order.id, true, {}};
    if (draft.order.hasHappened()) {
        TP_CHECK(record(work, draft, who));
    } else if (draft.order.sagaId) {
        TP_TRY(placed.standing, checkOut(work, body, draft, who));
    }
    return placed;
}

Result<void> SaleService::checkNew(const NewOrder &body, const OrderDraft &draft) const
{
    for (qsizetype i = 0; i < body.payments.size(); ++i) {
        const contract::NewOrderPayment &payment = body.payments.at(i);
        const auto gateway =
            m_gateways.serving({methodOf(payment.method), payment.gateway, payment.token});
        if (!gateway)
            return atPayment(gateway.error(), i, payment.gateway ? "gateway" : "method");
    }
    if (!body.payments.isEmpty() && isDue(draft)) {
        return atMember(u"/payments"_s, ErrorCode::OutOfRange,
                        u"the payments do not cover the total"_s);
    }
    return {};
}

Result<void> SaleService::addPayments(UnitOfWork &work, const NewOrder &body,
                                      const OrderDraft &draft) const
{
    const payments::PaymentService service;
    for (qsizetype i = 0; i < body.payments.size(); ++i) {
        const contract::NewOrderPayment &payment = body.payments.at(i);
        const pricing::SettledTender &tender = draft.settlement.tenders.at(i);
        TP_TRY(const std::string gateway,
               m_gateways.serving({methodOf(payment.method), payment.gateway, payment.token}));
        payments::NewPayment wanted{.id = {},
                                    .orderId = draft.order.id,
                                    .userId = draft.order.userId.toStdString(),
                                    .position = i,
                                    .method = methodOf(payment.method),
                                    .gateway = gateway,
                                    .amount = tender.amount,
                                    .rounding = tender.rounding,
                                    .tendered = tender.tendered,
                                    .change = tender.change,
                                    .token = textOf(payment.token),
                                    .reference = textOf(payment.reference),
                                    .createHash = {}};
        TP_CHECK(service.create(work, wanted));
    }
    return {};
}

Result<saga::Standing> SaleService::checkOut(UnitOfWork &work, const NewOrder &body,
                                             const OrderDraft &draft, const Who &who) const
{
    const bool hasCards =
        std::any_of(body.payments.begin(), body.payments.end(), [](const auto &payment) {
            return !payments::isByHand(methodOf(payment.method));
        });
    return m_sagas.start(work, {.kind = Checkout.name,
                                .subject = draft.order.id.uuid(),
                                .data = sagaData({who.origin, draft.series, hasCards, {}}),
                                .id = *draft.order.sagaId});
}

/// It was: the goods and the money have changed hands. What is odd about it a person sees.
Result<void> SaleService::record(UnitOfWork &work, OrderDraft &draft, const Who &who) const
{
    const payments::PaymentService service;
    orders::Order &order = draft.order;
    QList<inventory::Wanted> wanted;
    for (const orders::OrderLine &line : order.lines) {
        wanted.append({line.productId, line.quantity});
        TP_CHECK(catalogue::SaleProductStore::noteSold(work, line.productId));
    }
    TP_TRY(const auto all, service.heldOfOrder(work, order.id));
    for (const payments::Payment &payment : all)
        TP_CHECK(service.take(work, payment, "sold:" + payment.id.toString()));
    TP_CHECK(orders::OrderService::reserve(work, order, who.origin));
    TP_CHECK(orders::OrderService::notePaid(
        work, order, {draft.settlement.paid, draft.settlement.rounding, draft.settlement.change}));
    TP_CHECK(orders::OrderService::confirm(work, order, draft.series, who.origin));
    TP_TRY(const auto below, inventory::ReservationService::takeWhatIsGone(
                                 work, order.id, wanted, QString::fromStdString(who.origin.actor)));
    for (const inventory::Shortage &shortage : below) {
        draft.oddities.append(
            {"stock_below_zero", u"more of %1 was sold than was counted"_s.arg(shortage.name)});
    }
    for (const Oddity &oddity : draft.oddities)
        TP_CHECK(
            orders::OrderService::callForAttention(work, order.id, oddity.kind, oddity.detail));
    return {};
}

} // namespace tp::orchestration

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orchestration/paysteps.h"

#include "backend/orchestration/sagadata.h"
#include "backend/orders/orderservice.h"
#include "backend/orders/orderstore.h"
#include "backend/payments/gatewayaskservice.h"
#include "backend/payments/paymentservice.h"
#include "backend/payments/refundservice.h"

using namespace Qt::StringLiterals;

namespace tp::orchestration {
namespace {

using payments::Action;
using payments::GatewayAskService;
using payments::Payment;
using payments::PaymentState;
using saga::SagaView;
using saga::Turn;
using storage::UnitOfWork;

/// What a gateway, and our books, know an act by.
std::string actKey(const SagaView &view, const Payment &payment)
{
    return view.key() + ':' + std::to_string(payment.position);
}

/// Also what an earlier checkout took and gave back, because another of its cards was refused.
bool isOver(const Payment &payment)
{
    return payment.state == PaymentState::Failed || payment.state == PaymentState::Voided ||
           payment.state == PaymentState::Refunded;
}

Result<QList<Payment>> paymentsOf(UnitOfWork &work, const SagaView &view)
{
    return payments::PaymentService().heldOfOrder(work, OrderId(view.subject));
}

QList<Payment> cardsIn(const QList<Payment> &all)
{
    QList<Payment> cards;
    for (const Payment &payment : all) {
        if (!payments::isByHand(payment.method))
            cards.append(payment);
    }
    return cards;
}

/// Those that this checkout may still take; an earlier one may have left others behind.
QList<Payment> liveCardsIn(const QList<Payment> &all)
{
    QList<Payment> cards = cardsIn(all);
    cards.removeIf(isOver);
    return cards;
}

/// Takes what is handed over, and notes on the order all that was taken for it.
Result<void> takeByHand(UnitOfWork &work, const SagaView &view)
{
    const payments::PaymentService service;
    TP_TRY(orders::Order order, orders::OrderStore::lockedHead(work, OrderId(view.subject)));
    TP_TRY(QList<Payment> all, paymentsOf(work, view));
    if (all.isEmpty())
        return {};
    const Money nothing = Money::zero(order.rules.currency);
    orders::OrderService::Paid paid{nothing, nothing, nothing};
    const std::string key =
        keyOf(view.id, view.definition, {saga::ActionKind::Run, view.record.step});
    for (Payment &payment : all) {
        if (isOver(payment))
            continue;
        if (payments::isByHand(payment.method) && payment.state == PaymentState::Pending) {
            TP_TRY(payment,
                   service.take(work, payment, key + ':' + std::to_string(payment.position)));
        }
        TP_TRY(paid.paid, paid.paid.plus(payment.captured));
        TP_TRY(paid.rounding, paid.rounding.plus(payment.rounding));
        TP_TRY(paid.change, paid.change.plus(payment.change));
    }
    return orders::OrderService::notePaid(work, order, paid);
}

/// A refusal leaves others of its kind done, where there are others.
Result<Turn> declinedTurn(const QList<Payment> &cards, const std::string &code)
{
    const saga::Failure why = declined(code);
    return cards.size() > 1 ? saga::partly(why.code, why.detail)
                            : saga::refused(why.code, why.detail);
}

bool isRefusal(const std::optional<payments::GatewayReply> &known)
{
    return known && std::holds_alternative<payments::GatewayRefused>(*known);
}

/// However often a person says to try again: the gateway has said no to this, for good.
Result<Turn> notTakenBack()
{
    const saga::Failure why = declined("cannot_be_taken_back");
    return saga::refused(why.code, why.detail);
}

} // namespace

/// Asks for what is not known yet; done where all is.
Result<Turn> PaySteps::askAll(UnitOfWork &work, const SagaView &view, const QList<Payment> &cards,
                              Action action) const
{
    QList<GatewayAct> acts;
    for (const Payment &payment : cards) {
        TP_TRY(const auto begun,
               GatewayAskService().begin(work, payment.id, action, actKey(view, payment)));
        if (!begun.known)
            acts.append({payment.id, begun.ask});
        else if (const auto *no = std::get_if<payments::GatewayRefused>(&*begun.known))
            return declinedTurn(cards, no->code);
    }
    if (acts.isEmpty())
        return saga::done();
    return saga::ask(talk(m_gateways, std::move(acts), TalkAim::All, cards.size() > 1));
}

Result<Turn> PaySteps::authorize(UnitOfWork &work, const SagaView &view) const
{
    if (!hasCardsIn(view))
        return saga::done();
    TP_TRY(const auto all, paymentsOf(work, view));
    return askAll(work, view, liveCardsIn(all), Action::Authorize);
}

/// What may have been authorized is asked about first, then voided.
Result<Turn> PaySteps::letGo(UnitOfWork &work, const SagaView &view) const
{
    if (!hasCardsIn(view))
        return saga::done();
    TP_TRY(const auto all, paymentsOf(work, view));
    const GatewayAskService asks;
    QList<GatewayAct> acts;
    bool isRefused = false;
    for (const Payment &payment : cardsIn(all)) {
        TP_TRY(const auto open, asks.open(work, payment));
        if (open.ask) {
            acts.append({payment.id, *open.ask, open.ask->action != Action::Void});
        } else if (open.holdsAuthorization) {
            TP_TRY(const auto begun,
                   asks.begin(work, payment.id, Action::Void, actKey(view, payment)));
            if (!begun.known)
                acts.append({payment.id, begun.ask});
            isRefused = isRefused || isRefusal(begun.known);
        }
    }
    if (acts.isEmpty())
        return isRefused ? notTakenBack() : saga::done();
    return saga::ask(talk(m_gateways, std::move(acts), TalkAim::Undo, isRefused));
}

Result<Turn> PaySteps::take(UnitOfWork &work, const SagaView &view) const
{
    if (hasCardsIn(view)) {
        TP_TRY(const auto all, paymentsOf(work, view));
        TP_TRY(Turn turn, askAll(work, view, liveCardsIn(all), Action::Capture));
        const auto *known = std::get_if<saga::Reply>(&turn);
        if (!known || known->outcome != saga::Outcome::Done)
            return turn;
    }
    TP_CHECK(takeByHand(work, view));
    return saga::done();
}

Result<Turn> PaySteps::inquire(UnitOfWork &work, const SagaView &view) const
{
    TP_TRY(const auto all, paymentsOf(work, view));
    const QList<Payment> cards = cardsIn(all);
    QList<GatewayAct> acts;
    for (const Payment &payment : cards) {
        TP_TRY(const auto open, GatewayAskService().open(work, payment));
        if (open.ask)
            acts.append({payment.id, *open.ask, true});
        else if (payment.state == PaymentState::Authorized) // Nobody asked for it yet.
            return Turn(saga::Reply{saga::Outcome::NotThere, {}, {}});
    }
    if (!acts.isEmpty())
        return saga::ask(talk(m_gateways, std::move(acts), TalkAim::All, cards.size() > 1));
    TP_CHECK(takeByHand(work, view));
    return saga::done();
}

/// Cards first: what was handed over is given back once nothing can go wrong any more.
Result<Turn> PaySteps::giveBack(UnitOfWork &work, const SagaView &view) const
{
    TP_TRY(const auto all, paymentsOf(work, view));
    QList<GatewayAct> acts;
    bool isRefused = false;
    for (const Payment &payment : cardsIn(all)) {
        TP_TRY(const auto open, GatewayAskService().open(work, payment));
        if (open.ask) {
            acts.append({payment.id, *open.ask, true});
        } else if (payment.state == PaymentState::Captured) {
            TP_TRY(const auto begun, payments::RefundService().refund(
                                         work, {payment.id, {}, 1, actKey(view, payment)}));
            if (!begun.known)
                acts.append({payment.id, *begun.ask});
            isRefused = isRefused || isRefusal(begun.known);
        }
    }
    if (!acts.isEmpty())
        return saga::ask(talk(m_gateways, std::move(acts), TalkAim::Undo, isRefused));
    if (isRefused)
        return notTakenBack();
    TP_TRY(const orders::Order order, orders::OrderStore::find(work, OrderId(view.subject)));
    for (const Payment &payment : all) {
        if (payments::isByHand(payment.method) && payment.state == PaymentState::Captured) {
            TP_CHECK(payments::RefundService().refund(
                work, {payment.id, {}, order.rules.cashStepMinor, actKey(view, payment)}));
        }
    }
    return saga::done();
}

/// That nobody there has heard of it is kept only when it is not asked again.
Result<void> PaySteps::settle(UnitOfWork &work, const SagaView &view,
                              const saga::Reply &reply) const
{
    const bool isUndo = view.action.kind == saga::ActionKind::Undo;
    for (const GatewaySaid &said : saidIn(reply)) {
        if (std::holds_alternative<payments::GatewayNotFound>(said.reply) && !isUndo)
            continue;
        TP_CHECK(GatewayAskService().record(work, said.payment, said.key, said.reply));
    }
    const bool isPivot =
        view.definition.steps[std::size_t(view.action.step)].kind == saga::StepKind::Pivot;
    if (isPivot && !isUndo && reply.outcome == saga::Outcome::Done)
        return takeByHand(work, view);
    return {};
}

} // namespace tp::orchestration

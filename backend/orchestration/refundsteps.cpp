// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orchestration/refundsteps.h"

#include "backend/orders/orderstore.h"
#include "backend/payments/gatewayaskservice.h"
#include "backend/payments/paymentservice.h"
#include "backend/payments/refundservice.h"

using namespace Qt::StringLiterals;

namespace tp::orchestration {
namespace {

using payments::Payment;
using payments::RefundService;
using saga::SagaView;
using saga::Turn;
using storage::UnitOfWork;

constexpr int RefundStep = 0; ///< Its place in both definitions.

/// What a part is known by, here and at its gateway.
std::string partKey(const SagaView &view, qsizetype part)
{
    return keyOf(view.id, view.definition, {saga::ActionKind::Run, RefundStep}) + ':' +
           std::to_string(part);
}

/// The parts of a saga, begun or begun again, as far as they are a gateway's or are not.
class Parts
{
public:
    static Result<Parts> begin(UnitOfWork &work, const SagaView &view, bool isByHand)
    {
        Parts parts;
        TP_TRY(const orders::Order order, orders::OrderStore::locked(work, OrderId(view.subject)));
        const MoneyBack back = MoneyBack::fromData(view.data);
        for (qsizetype i = 0; i < back.parts.size(); ++i) {
            TP_TRY(const Payment payment,
                   payments::PaymentService().held(work, back.parts.at(i).payment));
            if (payments::isByHand(payment.method) != isByHand)
                continue;
            const Money amount =
                *Money::fromMinor(back.parts.at(i).amountMinor, order.rules.currency);
            const qint64 step =
                payment.method == payments::Method::Cash ? order.rules.cashStepMinor : 1;
            TP_TRY(auto begun,
                   RefundService().refund(work, {payment.id, amount, step, partKey(view, i)}));
            parts.m_begun.append(std::move(begun));
        }
        return parts;
    }

    /// What is not known yet, to be asked for or asked about.
    QList<GatewayAct> open(bool isInquiry) const
    {
        QList<GatewayAct> acts;
        for (const RefundService::Begun &one : m_begun) {
            if (one.ask && !one.known)
                acts.append({one.payment.id, *one.ask, isInquiry});
        }
        return acts;
    }

    /// The code, when there are some and a gateway refused each.
    std::optional<std::string> allRefused() const
    {
        std::optional<std::string> code;
        for (const RefundService::Begun &one : m_begun) {
            const auto *no =
                one.known ? std::get_if<payments::GatewayRefused>(&*one.known) : nullptr;
            if (!no)
                return std::nullopt;
            code = no->code;
        }
        return code;
    }

private:
    QList<RefundService::Begun> m_begun;
};

/// Hands back what needs no gateway; the answers of the gateways are in.
Result<Turn> finish(UnitOfWork &work, const SagaView &view, const Parts &cards)
{
    if (const auto code = cards.allRefused()) {
        const saga::Failure why = refundRefused(*code);
        return saga::refused(why.code, why.detail);
    }
    TP_CHECK(Parts::begin(work, view, true));
    return saga::done();
}

} // namespace

Result<Turn> RefundSteps::giveBack(UnitOfWork &work, const SagaView &view) const
{
    TP_TRY(const Parts cards, Parts::begin(work, view, false));
    QList<GatewayAct> acts = cards.open(false);
    if (acts.isEmpty())
        return finish(work, view, cards);
    return saga::ask(talk(m_gateways, std::move(acts), TalkAim::Some, false));
}

Result<Turn> RefundSteps::inquire(UnitOfWork &work, const SagaView &view) const
{
    TP_TRY(const Parts cards, Parts::begin(work, view, false));
    QList<GatewayAct> acts = cards.open(true);
    if (acts.isEmpty())
        return finish(work, view, cards);
    return saga::ask(talk(m_gateways, std::move(acts), TalkAim::Some, false));
}

Result<Turn> RefundSteps::giveUp(UnitOfWork &work, const SagaView &view) const
{
    TP_TRY(const Parts cards, Parts::begin(work, view, false));
    QList<GatewayAct> acts = cards.open(true);
    if (acts.isEmpty())
        return saga::done();
    return saga::ask(talk(m_gateways, std::move(acts), TalkAim::Undo, false));
}

Result<void> RefundSteps::settle(UnitOfWork &work, const SagaView &view,
                                 const saga::Reply &reply) const
{
    const bool isUndo = view.action.kind == saga::ActionKind::Undo;
    for (const GatewaySaid &said : saidIn(reply)) {
        if (std::holds_alternative<payments::GatewayNotFound>(said.reply) && !isUndo)
            continue; // It is asked for again.
        TP_CHECK(payments::GatewayAskService().record(work, said.payment, said.key, said.reply));
    }
    if (!isUndo && reply.outcome == saga::Outcome::Done)
        TP_CHECK(Parts::begin(work, view, true));
    return {};
}

Result<RefundSteps::Given> RefundSteps::given(UnitOfWork &work, const SagaView &view,
                                              Currency currency)
{
    Given given{Money::zero(currency), false};
    const MoneyBack back = MoneyBack::fromData(view.data);
    for (qsizetype i = 0; i < back.parts.size(); ++i) {
        TP_TRY(const auto handed,
               RefundService().handed(work, back.parts.at(i).payment, partKey(view, i)));
        if (handed) {
            TP_TRY(given.handed, given.handed.plus(*handed));
        } else {
            given.isShort = true;
        }
    }
    return given;
}

} // namespace tp::orchestration

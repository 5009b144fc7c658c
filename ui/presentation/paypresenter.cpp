// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/paypresenter.h"

#include "ui/presentation/refusaltext.h"
#include "ui/presentation/sessionpresenter.h"
#include "ui/presentation/tenderproposals.h"

#include <QPointer>

#include <algorithm>

namespace tp::ui {

using namespace Qt::StringLiterals;

PayPresenter::PayPresenter(const PayNeighbours &neighbours, const ShopText &text, QObject *parent)
    : QObject(parent)
    , m_neighbours(neighbours)
    , m_text(text)
{}

void PayPresenter::open()
{
    if (m_state.isOpen())
        return;
    m_draft = m_neighbours.cart.draft();
    if (!m_draft)
        return;
    m_typed.emplace(m_draft->rules.currency);
    m_proposals = tenderProposals(cashDue());
    m_asked.reset();
    m_notice = {};
    m_openedMs = m_neighbours.clock.steadyMs();
    update(PayState::Phase::Open);
}

void PayPresenter::close()
{
    if (m_state.phase == PayState::Phase::Completing)
        return;
    m_draft.reset();
    update(PayState::Phase::Closed);
}

void PayPresenter::typeDigit(int digit)
{
    if (m_state.phase != PayState::Phase::Open)
        return;
    m_typed->typeDigit(digit);
    m_notice = {};
    update(m_state.phase);
}

void PayPresenter::typePoint()
{
    if (m_state.phase != PayState::Phase::Open)
        return;
    m_typed->typePoint();
    update(m_state.phase);
}

void PayPresenter::erase()
{
    if (m_state.phase != PayState::Phase::Open)
        return;
    m_typed->erase();
    update(m_state.phase);
}

void PayPresenter::clearTyped()
{
    if (m_state.phase != PayState::Phase::Open)
        return;
    m_typed->clear();
    update(m_state.phase);
}

bool PayPresenter::mayComplete() const
{
    return m_state.phase == PayState::Phase::Open &&
           m_neighbours.clock.steadyMs() - m_openedMs >= OpenGuardMs;
}

void PayPresenter::complete()
{
    if (mayComplete())
        payCash(m_typed->isEmpty() ? cashDue() : m_typed->amount());
}

void PayPresenter::payExactly()
{
    if (mayComplete())
        payCash(cashDue());
}

void PayPresenter::payWith(int tile)
{
    if (tile == 0)
        payExactly();
    else if (mayComplete() && tile <= int(m_proposals.size()))
        payCash(m_proposals.at(tile - 1));
}

void PayPresenter::payByTerminal()
{
    if (mayComplete())
        finish(contract::PaymentMethod::External,
               {.kind = pricing::TenderKind::NotCash, .amount = {}, .tendered = {}});
}

void PayPresenter::payCash(Money tendered)
{
    if (tendered.minor() < cashDue().minor())
        return; // The page says how much is missing.
    if (isLarge(tendered)) {
        m_asked = tendered;
        update(PayState::Phase::Asking);
        return;
    }
    settleCash(tendered);
}

void PayPresenter::settleCash(Money tendered)
{
    finish(contract::PaymentMethod::Cash,
           {.kind = pricing::TenderKind::Cash, .amount = {}, .tendered = tendered});
}

void PayPresenter::confirmLarge()
{
    if (m_state.phase == PayState::Phase::Asking)
        settleCash(*m_asked);
}

void PayPresenter::declineLarge()
{
    if (m_state.phase != PayState::Phase::Asking)
        return;
    m_typed->clear();
    update(PayState::Phase::Open);
}

void PayPresenter::refuseScan()
{
    if (m_state.phase != PayState::Phase::Open)
        return;
    m_notice = {
        tr("This was not added: the sale is being paid"), {}, tr("Finish it first, or go back.")};
    m_isAlarm = false;
    update(m_state.phase);
    emit alarmed();
}

void PayPresenter::finish(contract::PaymentMethod method, const pricing::Tender &tender)
{
    const auto settled = pricing::settle(m_draft->rules, m_draft->totals.total, {tender});
    if (!settled) {
        m_notice = refusalOf(settled.error());
        m_isAlarm = true;
        update(PayState::Phase::Open);
        return;
    }
    const FinishedSale sale{.lines = m_draft->lines,
                            .discount = m_draft->discount,
                            .totals = m_draft->totals,
                            .payments = {{method, settled->tenders.first()}},
                            .rounding = settled->rounding,
                            .change = settled->change,
                            .soldBy = m_neighbours.session.state().user.id};
    m_notice = {};
    update(PayState::Phase::Completing);
    m_neighbours.sales.keep(sale, this, [this](const Result<KeptSale> &kept) { takeKept(kept); });
}

void PayPresenter::takeKept(const Result<KeptSale> &kept)
{
    if (!kept) {
        m_notice = notKept(kept.error());
        m_isAlarm = true;
        update(PayState::Phase::Open);
        return;
    }
    m_draft.reset();
    m_neighbours.cart.finish(*kept);
    update(PayState::Phase::Closed);
    emit completed(*kept);
}

Money PayPresenter::cashDue() const
{
    const Money total = m_draft->totals.total;
    const auto coins = pricing::inCoins(total, m_draft->rules.cashStepMinor);
    return coins ? *coins : total;
}

bool PayPresenter::isLarge(Money tendered) const
{
    qint64 least = 1; // One whole unit: a sale of nothing has no multiple.
    for (int digit = 0; digit < tendered.currency().exponent(); ++digit)
        least *= 10;
    return tendered.minor() > LargestTimes * std::max(cashDue().minor(), least);
}

QList<TenderTile> PayPresenter::tiles() const
{
    const Money due = cashDue();
    QList<TenderTile> tiles{{tr("Exact"), m_text.amount(due), true}};
    for (const Money &sum : m_proposals) {
        const auto change = sum.minus(due);
        tiles.append({m_text.roundAmount(sum),
                      tr("change %1").arg(change ? m_text.amount(*change) : QString()), false});
    }
    return tiles;
}

void PayPresenter::update(PayState::Phase phase)
{
    PayState next;
    next.phase = phase;
    if (m_draft) {
        const Money due = cashDue();
        const Money received = m_typed->isEmpty() ? due : m_typed->amount();
        const auto change = received.minus(due);
        next.due = m_text.amount(m_draft->totals.total);
        if (due != m_draft->totals.total)
            next.cashDue = m_text.amount(due);
        next.itemCount = m_text.itemCount(m_draft->itemCount);
        next.tiles = tiles();
        next.received = m_text.amount(received);
        next.isTyped = !m_typed->isEmpty();
        next.isEnough = change && !change->isNegative();
        if (change)
            next.change = m_text.amount(next.isEnough ? *change : change->negated());
        if (phase == PayState::Phase::Asking)
            next.question = tr("Did you really receive %1?").arg(m_text.amount(*m_asked));
        next.notice = m_notice;
        next.isAlarm = m_isAlarm;
    }
    if (next == m_state)
        return;
    m_state = next;
    emit stateChanged(m_state);
}

std::function<void()> PayPresenter::snapshot()
{
    return [guard = QPointer<PayPresenter>(this), typed = m_typed] {
        if (!guard || guard->m_state.phase != PayState::Phase::Open)
            return;
        guard->m_typed = typed;
        guard->update(PayState::Phase::Open);
    };
}

void PayPresenter::retranslate()
{
    update(m_state.phase);
}

} // namespace tp::ui

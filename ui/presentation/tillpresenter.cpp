// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/tillpresenter.h"

#include "ui/presentation/noticefor.h"
#include "ui/presentation/sessionpresenter.h"

#include <algorithm>

namespace tp::ui {

TillPresenter::TillPresenter(TillPort &port, const SessionPresenter &session, Shop shop,
                             QObject *parent)
    : QObject(parent)
    , m_port(port)
    , m_session(session)
    , m_shop(shop)
{
    connect(&session, &SessionPresenter::stateChanged, this, &TillPresenter::sessionChanged);
}

void TillPresenter::load()
{
    m_port.load(this, [this](const std::optional<TillIdentity> &till) {
        TillState next = m_state;
        next.isKnown = true;
        next.till = till;
        setState(next);
        sessionChanged(m_session.state());
    });
}

void TillPresenter::sessionChanged(const SessionState &session)
{
    const bool mayOffer = session.may(Permission::RegistersManage) && m_state.isKnown &&
                          !m_state.till && !m_isDeclined;
    if (mayOffer && !m_state.offer && !m_state.isClaiming) {
        lookForRegisters();
    } else if (!mayOffer) {
        ++m_generation;
        TillState next = m_state;
        next.offer.reset();
        next.notice = {};
        setState(next);
    }
}

void TillPresenter::lookForRegisters()
{
    m_port.loadRegisters(this, [this, generation = ++m_generation](const auto &registers) {
        // Without an answer there is nothing to offer; who sells has other things to read.
        if (generation == m_generation && registers)
            takeRegisters(registers.value());
    });
}

void TillPresenter::takeRegisters(const QList<ShopRegister> &registers)
{
    const auto isFree = [](const ShopRegister &place) { return !place.isClaimed; };
    auto found = std::find_if(registers.begin(), registers.end(), isFree);
    // A demo whose secret was lost may have its only register back.
    if (found == registers.end() && m_shop == Shop::Demo)
        found = registers.begin();
    if (found == registers.end())
        return;
    TillState next = m_state;
    next.offer = *found;
    setState(next);
    if (m_shop == Shop::Demo)
        claim();
}

void TillPresenter::claim()
{
    if (!m_state.offer || m_state.isClaiming)
        return;
    TillState next = m_state;
    next.isClaiming = true;
    next.notice = {};
    setState(next);
    m_port.claim(m_state.offer->id, this,
                 [this](const Result<TillIdentity> &till) { takeClaim(till); });
}

void TillPresenter::takeClaim(const Result<TillIdentity> &till)
{
    TillState next = m_state;
    next.isClaiming = false;
    if (till) {
        next.till = till.value();
        next.offer.reset();
    } else {
        next.notice = noticeFor(till.error().code);
    }
    setState(next);
    sessionChanged(m_session.state());
}

void TillPresenter::declineOffer()
{
    m_isDeclined = true;
    sessionChanged(m_session.state());
}

void TillPresenter::forget()
{
    m_port.forget();
    TillState next = m_state;
    next.till.reset();
    setState(next);
    sessionChanged(m_session.state());
}

void TillPresenter::setState(const TillState &next)
{
    if (next == m_state)
        return;
    m_state = next;
    emit stateChanged(m_state);
}

} // namespace tp::ui

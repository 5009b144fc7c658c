// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/sessionpresenter.h"

#include "ui/presentation/deskport.h"
#include "ui/presentation/sessionport.h"

#include <chrono>

namespace tp::ui {

SessionPresenter::SessionPresenter(SessionPort &port, DeskPort &desk, const Clock &clock,
                                   QObject *parent)
    : QObject(parent)
    , m_port(port)
    , m_desk(desk)
    , m_clock(clock)
{
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        if (isTooLongIdle())
            lock();
        else
            watchIdleness();
    });
}

SessionPresenter::~SessionPresenter()
{
    if (m_state.isSignedIn() && !isTooLongIdle())
        m_desk.setAtWorkMs(m_activeMs);
}

void SessionPresenter::begin(const SignedInUser &user)
{
    SessionState next = m_state;
    next.phase = SessionState::Phase::SignedIn;
    next.user = user;
    next.wasEnded = false;
    m_activeMs = m_clock.nowMs();
    m_activeSteadyMs = m_clock.steadyMs();
    m_desk.setLastPersonId(user.id.toQString());
    m_desk.setAtWorkMs(m_activeMs);
    watchIdleness();
    setState(next);
}

void SessionPresenter::resume(const SignedInUser &user)
{
    const qint64 atWorkMs = m_desk.atWorkMs();
    const qint64 pauseMs = m_clock.nowMs() - atWorkMs;
    const qint64 limitMs = m_desk.autoLockMs();
    const bool wasLocked = atWorkMs == 0;
    const bool isShort = limitMs == 0 || (pauseMs >= 0 && pauseMs < limitMs);
    if (!wasLocked && isShort) {
        begin(user);
        return;
    }
    SessionState next = m_state;
    next.phase = SessionState::Phase::Locked;
    next.user = user;
    next.wasEnded = false;
    setState(next);
}

void SessionPresenter::lock()
{
    if (!m_state.isSignedIn())
        return;
    m_idle.stop();
    m_desk.setAtWorkMs(0);
    SessionState next = m_state;
    next.phase = SessionState::Phase::Locked;
    setState(next);
}

void SessionPresenter::signOut()
{
    if (m_state.phase == SessionState::Phase::SignedOut)
        return;
    m_port.signOut();
    leave(Leaving::ByThemselves);
}

void SessionPresenter::end()
{
    if (m_state.phase != SessionState::Phase::SignedOut)
        leave(Leaving::Ended);
}

void SessionPresenter::leave(Leaving how)
{
    m_idle.stop();
    m_desk.setAtWorkMs(0);
    SessionState next = m_state;
    next.phase = SessionState::Phase::SignedOut;
    next.user = {};
    next.wasEnded = how == Leaving::Ended;
    setState(next);
}

void SessionPresenter::setKeptIn(KeptIn place)
{
    SessionState next = m_state;
    next.keptIn = place;
    setState(next);
}

bool SessionPresenter::noteActivity()
{
    if (!m_state.isSignedIn())
        return true;
    // After a laptop was shut, the first touch comes before the timer has noticed.
    if (isTooLongIdle()) {
        lock();
        return false;
    }
    m_activeMs = m_clock.nowMs();
    m_activeSteadyMs = m_clock.steadyMs();
    return true;
}

qint64 SessionPresenter::idleMs() const
{
    return qMax(m_clock.nowMs() - m_activeMs, m_clock.steadyMs() - m_activeSteadyMs);
}

bool SessionPresenter::isTooLongIdle() const
{
    const qint64 limitMs = m_desk.autoLockMs();
    return limitMs > 0 && idleMs() >= limitMs;
}

void SessionPresenter::watchIdleness()
{
    const qint64 limitMs = m_desk.autoLockMs();
    if (limitMs > 0)
        m_idle.start(std::chrono::milliseconds(qBound(qint64(1), limitMs - idleMs(), limitMs)));
    else
        m_idle.stop();
}

void SessionPresenter::setState(const SessionState &next)
{
    if (next == m_state)
        return;
    m_state = next;
    emit stateChanged(m_state);
}

} // namespace tp::ui

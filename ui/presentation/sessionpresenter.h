// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/clock.h"
#include "ui/presentation/sessionstate.h"

#include <QObject>
#include <QTimer>

namespace tp::ui {

class DeskPort;
class SessionPort;

/// Knows who is signed in and locks the screen: when asked to, and after some minutes without a
/// touch. What is on the screen stays as it is behind the lock. How one signs in is
/// SignInPresenter's.
class SessionPresenter final : public QObject
{
    Q_OBJECT

public:
    /// Ports and clock must outlive it.
    SessionPresenter(SessionPort &port, DeskPort &desk, const Clock &clock,
                     QObject *parent = nullptr);

    /// Ending the program while somebody works is no reason to ask them for their PIN at once.
    ~SessionPresenter() override;

    const SessionState &state() const { return m_state; }

    /// Somebody has signed in, or unlocked.
    void begin(const SignedInUser &user);

    /// The sign-in of an earlier run is still good: open if that run ended a moment ago, else
    /// locked.
    void resume(const SignedInUser &user);

    void lock();
    void signOut();

    /// A key, a click, a touch. False: the screen has locked meanwhile, and this must not get
    /// behind it.
    bool noteActivity();

public slots:
    /// The server has ended the sign-in.
    void end();
    void setKeptIn(tp::ui::KeptIn place);

signals:
    void stateChanged(const tp::ui::SessionState &state);

private:
    enum class Leaving { ByThemselves, Ended };

    void leave(Leaving how);
    qint64 idleMs() const;
    bool isTooLongIdle() const;
    void watchIdleness();
    void setState(const SessionState &next);

    SessionPort &m_port;
    DeskPort &m_desk;
    const Clock &m_clock;
    QTimer m_idle;
    qint64 m_activeMs = 0;       ///< By the wall, which also goes on while a laptop is shut.
    qint64 m_activeSteadyMs = 0; ///< And by the clock that nobody can set back.
    SessionState m_state;
};

} // namespace tp::ui

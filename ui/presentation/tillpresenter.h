// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/sessionstate.h"
#include "ui/presentation/tillstate.h"

#include <QObject>

namespace tp::ui {

class SessionPresenter;

/// Knows whether this computer is a till, and offers those who manage registers to make it one.
/// It claims nothing by itself, except in the demo shop, where nobody else's till could suffer.
class TillPresenter final : public QObject
{
    Q_OBJECT

public:
    enum class Shop { Real, Demo };

    /// Port and session must outlive it.
    TillPresenter(TillPort &port, const SessionPresenter &session, Shop shop,
                  QObject *parent = nullptr);

    const TillState &state() const { return m_state; }

    void load(); ///< What an earlier run kept; stateChanged() says when it is known.
    void claim();
    void declineOffer(); ///< Not now: until the next start.
    void forget();       ///< The server does not know this till any more.

signals:
    void stateChanged(const tp::ui::TillState &state);

private:
    void sessionChanged(const SessionState &session);
    void lookForRegisters();
    void takeRegisters(const QList<ShopRegister> &registers);
    void takeClaim(const Result<TillIdentity> &till);
    void setState(const TillState &next);

    TillPort &m_port;
    const SessionPresenter &m_session;
    Shop m_shop;
    bool m_isDeclined = false;
    int m_generation = 0; ///< Of questions: late answers to old ones are dropped.
    TillState m_state;
};

} // namespace tp::ui

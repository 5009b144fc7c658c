// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/sessionport.h"

#include <QObject>

namespace tp::ui {

class ConnectionPresenter;
class TillPresenter;

/// What happens between the start of the program and the first thing that a person is asked: the
/// server is waited for, whether this computer is a till is read, and a sign-in that an earlier
/// run kept is looked for. Once.
class ShopOpening final : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive it.
    ShopOpening(SessionPort &sessions, const ConnectionPresenter &connection, TillPresenter &till,
                QObject *parent = nullptr);

    bool isOver() const { return m_step == Step::Over; }

signals:
    /// Who is still signed in; NotFound: nobody.
    void over(const tp::Result<tp::ui::SignedInUser> &kept);

    /// The server is there again, after that.
    void onlineAgain();

private:
    enum class Step { Server, Till, Session, Over };

    void connectionChanged();
    void tillChanged();

    SessionPort &m_sessions;
    const ConnectionPresenter &m_connection;
    TillPresenter &m_till;
    Step m_step = Step::Server;
    bool m_isOnline = false;
};

} // namespace tp::ui

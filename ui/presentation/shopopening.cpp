// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/shopopening.h"

#include "ui/presentation/connectionpresenter.h"
#include "ui/presentation/tillpresenter.h"

namespace tp::ui {

ShopOpening::ShopOpening(SessionPort &sessions, const ConnectionPresenter &connection,
                         TillPresenter &till, QObject *parent)
    : QObject(parent)
    , m_sessions(sessions)
    , m_connection(connection)
    , m_till(till)
{
    connect(&connection, &ConnectionPresenter::stateChanged, this, &ShopOpening::connectionChanged);
    connect(&till, &TillPresenter::stateChanged, this, &ShopOpening::tillChanged);
    connectionChanged();
}

void ShopOpening::connectionChanged()
{
    const bool isOnline = m_connection.state().phase == ConnectionState::Phase::Online;
    const bool isNews = isOnline && !m_isOnline;
    m_isOnline = isOnline;
    if (isNews && m_step == Step::Server) {
        m_step = Step::Till;
        m_till.load();
    } else if (isNews && m_step == Step::Over) {
        emit onlineAgain();
    }
}

void ShopOpening::tillChanged()
{
    if (m_step != Step::Till || !m_till.state().isKnown)
        return;
    m_step = Step::Session;
    m_sessions.resume(this, [this](const Result<SignedInUser> &kept) {
        m_step = Step::Over;
        emit over(kept);
    });
}

} // namespace tp::ui

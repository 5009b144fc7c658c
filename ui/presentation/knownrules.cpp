// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/knownrules.h"

#include "ui/presentation/connectionpresenter.h"
#include "ui/presentation/sessionpresenter.h"

#include <chrono>

namespace tp::ui {

namespace {

constexpr std::chrono::seconds AskAgainDelay(5);

} // namespace

KnownRules::KnownRules(SaleRulesPort &port, const SessionPresenter &session,
                       const ConnectionPresenter &connection, QObject *parent)
    : QObject(parent)
    , m_port(port)
    , m_session(session)
{
    m_again.setSingleShot(true);
    m_again.setInterval(AskAgainDelay);
    connect(&m_again, &QTimer::timeout, this, &KnownRules::ask);
    connect(&session, &SessionPresenter::stateChanged, this, &KnownRules::ask);
    connect(&connection, &ConnectionPresenter::stateChanged, this, &KnownRules::ask);
}

void KnownRules::ask()
{
    if (m_isAsking || !m_session.state().isSignedIn())
        return;
    m_isAsking = true;
    m_port.loadRules(this, [this](const Result<SaleRules> &rules) {
        m_isAsking = false;
        if (!rules) {
            if (!m_rules)
                m_again.start();
            return;
        }
        m_rules = *rules;
        emit changed();
    });
}

} // namespace tp::ui

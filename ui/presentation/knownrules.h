// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/salerules.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace tp::ui {

class ConnectionPresenter;
class SessionPresenter;

/// The shop's rules, once they are known: asked for when somebody comes to the till and when the
/// server comes back, and again until there is an answer.
class KnownRules final : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive it.
    KnownRules(SaleRulesPort &port, const SessionPresenter &session,
               const ConnectionPresenter &connection, QObject *parent = nullptr);

    const std::optional<SaleRules> &rules() const { return m_rules; }

signals:
    void changed();

private:
    void ask();

    SaleRulesPort &m_port;
    const SessionPresenter &m_session;
    QTimer m_again;
    bool m_isAsking = false;
    std::optional<SaleRules> m_rules;
};

} // namespace tp::ui

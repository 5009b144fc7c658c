// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"
#include "ui/presentation/backendfailure.h"
#include "ui/presentation/connectionstate.h"

#include <QObject>

#include <optional>

namespace tp::ui {

/// Joins what is known of the backend's process and of its answers into one ConnectionState.
/// The adapters of app/ report to its slots; it knows neither processes nor the network.
class ConnectionPresenter final : public QObject
{
    Q_OBJECT

public:
    enum class Backend { Bundled, Elsewhere };

    ConnectionPresenter(Backend backend, bool isDemoShop, const QString &address,
                        QObject *parent = nullptr);

    const ConnectionState &state() const { return m_state; }

    /// The person does not want to wait for the next attempt.
    void retryNow();

    /// Says everything again in the language that is now installed.
    void retranslate();

public slots:
    void backendStarting();
    void backendReady();
    void backendFailed(const tp::ui::BackendFailure &failure);

    /// No answer, or one that says that the server is not well.
    void serverLost(const tp::Error &why);
    void serverBack();

signals:
    void stateChanged(const tp::ui::ConnectionState &state);
    void retryRequested();

private:
    enum class Process { Elsewhere, Starting, Running, Failed };
    enum class Server { Unknown, Fine, Lost };

    void update();
    ConnectionState::Phase phase() const;
    Notice notice() const;

    Process m_process;
    Server m_server = Server::Unknown;
    bool m_wasOnline = false;
    std::optional<BackendFailure> m_failure;
    Error m_whyLost;
    ConnectionState m_state;
};

} // namespace tp::ui

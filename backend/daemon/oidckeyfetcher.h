// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/keysource.h"
#include "backend/http/mailbox.h"

#include <QNetworkAccessManager>
#include <QObject>

#include <memory>

namespace tp::daemon {

/// Asks issuers over the network, from the main thread: Qt's access manager waits for nothing.
class OidcKeyFetcher final : public auth::KeySource
{
public:
    /// On the main thread, as its end.
    OidcKeyFetcher();
    ~OidcKeyFetcher() override;

    void get(const QUrl &url, int timeoutMs, Got got) override;

    /// Gives up whatever is on its way, so that who waits for it is answered. On the main thread.
    void stop();

private:
    QNetworkAccessManager m_network;
    QObject m_fetches; ///< Their parent: they end before the network does.
    std::shared_ptr<http::Mailbox> m_mailbox;
};

} // namespace tp::daemon

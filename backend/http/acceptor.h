// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/listenaddress.h"
#include "backend/kernel/result.h"

#include <QTcpServer>
#include <QTimer>

#include <functional>

namespace tp::http {

/// Listens on one address and gives away the descriptors of those who connect. Lives on the main
/// thread.
class Acceptor final : public QTcpServer
{
public:
    /// `accepted` owns the descriptor that it is called with.
    explicit Acceptor(std::function<void(int)> accepted);

    /// Unavailable, with a sentence that names the address.
    Result<void> listenOn(const ListenAddress &address);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void couldNotAccept(QAbstractSocket::SocketError error);

    std::function<void(int)> m_accepted;
    QTimer m_resumeTimer;
};

} // namespace tp::http

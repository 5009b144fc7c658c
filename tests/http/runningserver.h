// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/server.h"
#include "tests/http/fakeapplication.h"

#include <memory>

namespace tp::test {

/// A server with the fake application on a free port of this machine.
class RunningServer
{
public:
    explicit RunningServer(http::ServerLimits limits = {}, int ioThreads = 2);
    RunningServer(http::ServerLimits limits, const QString &certificateFile,
                  const QString &keyFile);
    ~RunningServer();

    quint16 port() const { return m_port; }
    FakeApplication &application() { return m_application; }
    http::Server &server() { return *m_server; }
    /// Asks it to stop; isStopped() says when it has.
    void stop();
    bool isStopped() const { return m_isStopped; }

private:
    void start(http::ServerOptions options);

    FakeApplication m_application;
    std::unique_ptr<http::Server> m_server;
    quint16 m_port = 0;
    bool m_isStopped = false;
};

} // namespace tp::test

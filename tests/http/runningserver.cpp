// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/http/runningserver.h"

#include <utility>

namespace tp::test {

RunningServer::RunningServer(http::ServerLimits limits, int ioThreads)
{
    http::ServerOptions options;
    options.limits = limits;
    options.ioThreads = ioThreads;
    start(std::move(options));
}

RunningServer::RunningServer(http::ServerLimits limits, const QString &certificateFile,
                             const QString &keyFile)
{
    http::ServerOptions options;
    options.limits = limits;
    options.ioThreads = 2;
    options.tlsCertificateFile = certificateFile;
    options.tlsKeyFile = keyFile;
    start(std::move(options));
}

RunningServer::~RunningServer()
{
    m_application.dropKept();
    m_server.reset();
}

void RunningServer::start(http::ServerOptions options)
{
    options.listenAddresses = {{QHostAddress(QHostAddress::LocalHost), 0}};
    m_server = std::make_unique<http::Server>(m_application, std::move(options));
    const auto urls = m_server->start();
    if (!urls)
        qFatal("cannot start: %s", qPrintable(urls.error().detail));
    m_port = quint16(urls->first().port());
}

void RunningServer::stop()
{
    m_server->stop([this] { m_isStopped = true; });
}

} // namespace tp::test

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/listenaddress.h"
#include "backend/http/serverlimits.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QUrl>

#include <functional>
#include <memory>

namespace tp::http {

class Application;

struct ServerOptions
{
    QList<ListenAddress> listenAddresses;
    int ioThreads = 0; ///< 0: one for each core.
    ServerLimits limits;
    /// PEM files: the certificate with its chain, and its key without a passphrase. Both or
    /// neither; with them every address speaks TLS 1.2 or 1.3 and nothing else.
    QString tlsCertificateFile;
    QString tlsKeyFile;
};

/// Accepts connections and hands each to one of the I/O threads, which own all the rest. Lives on
/// the main thread and needs its event loop; the application outlives it.
class Server final : public QObject
{
public:
    Server(Application &application, ServerOptions options);
    ~Server() override; ///< Without a stop() before it, drops everything at once.

    /// Begins to listen, on every address or on none. The URLs are in the order of the addresses,
    /// with the ports that were given. Unavailable: an address cannot be had (in use, not ours, not
    /// allowed); InvalidValue: certificate or key do not serve. The detail names what and why.
    Result<QList<QUrl>> start();

    /// Stops listening, closes idle connections and lets running requests finish; what still runs
    /// after stopTimeoutMs is dropped. Then ends the I/O threads and calls `done`, once; it may
    /// destroy the server. Asked again meanwhile, calls that `done` too.
    void stop(std::function<void()> done);

    /// How many threads handle() is called on; ioThread is 0 to this - 1.
    int ioThreadCount() const;

    // For /metrics; from any thread.
    int connectionsOpen() const;
    int socketsOpen() const; ///< WebSockets; connections, too.
    quint64 connectionsAccepted() const;
    quint64 connectionsRefused() const; ///< Over the cap.

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace tp::http

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/server.h"

#include "backend/http/acceptor.h"
#include "backend/http/iothread.h"
#include "backend/http/log.h"
#include "backend/http/tlscredentials.h"

#include <QThread>
#include <QTimer>

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace tp::http {

using namespace Qt::StringLiterals;

namespace {

/// So many over the cap are told so; the rest of a flood is closed without a word.
constexpr int SurplusMax = 256;
/// Descriptors for everything that is not a client: database, log, event loops.
constexpr int DescriptorsReserved = SurplusMax + 128;

/// Raises the soft limit of open files as far as `wanted`, if it may.
rlim_t raiseDescriptorLimit(rlim_t wanted)
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return wanted;
    if (limit.rlim_cur < wanted) {
        limit.rlim_cur = std::min(wanted, limit.rlim_max);
        ::setrlimit(RLIMIT_NOFILE, &limit);
        ::getrlimit(RLIMIT_NOFILE, &limit);
    }
    return limit.rlim_cur;
}

} // namespace

struct Server::Parts
{
    Parts(Application &application, ServerOptions given)
        : options(std::move(given))
        , context{application, options.limits, counters, std::nullopt, 1}
        , mailbox(std::make_shared<Mailbox>(QThread::currentThread()))
    {
        const int wanted = options.ioThreads > 0 ? options.ioThreads : QThread::idealThreadCount();
        context.ioThreads = std::max(1, wanted);
    }

    void accept(int descriptor);
    void threadDrained();
    void threadEnded();
    void endThreads();

    ServerOptions options;
    ServerCounters counters;
    ServerContext context;
    std::shared_ptr<Mailbox> mailbox; ///< Letters from the I/O threads to the main one.
    std::vector<std::unique_ptr<IoThread>> threads;
    std::vector<std::unique_ptr<Acceptor>> acceptors;
    std::size_t nextThread = 0;
    std::size_t threadsDrained = 0;
    std::size_t threadsEnded = 0;
    QTimer stopTimer;
    std::vector<std::function<void()>> whenEnded;
};

Server::Server(Application &application, ServerOptions options)
    : m_parts(std::make_unique<Parts>(application, std::move(options)))
{
    m_parts->stopTimer.setSingleShot(true);
    connect(&m_parts->stopTimer, &QTimer::timeout, this, [this] { m_parts->endThreads(); });
}

Server::~Server()
{
    m_parts->acceptors.clear();
    m_parts->mailbox->close();
    m_parts->threads.clear(); // Waits for each.
}

Result<QList<QUrl>> Server::start()
{
    Parts &parts = *m_parts;
    Q_ASSERT(parts.threads.empty());
    const bool isTls =
        !parts.options.tlsCertificateFile.isEmpty() || !parts.options.tlsKeyFile.isEmpty();
    if (isTls) {
        TP_TRY(parts.context.tls,
               loadTlsCredentials(parts.options.tlsCertificateFile, parts.options.tlsKeyFile));
    }
    int &connectionsMax = parts.options.limits.connectionsMax;
    const rlim_t descriptors = raiseDescriptorLimit(rlim_t(connectionsMax) + DescriptorsReserved);
    if (descriptors < rlim_t(connectionsMax) + DescriptorsReserved) {
        connectionsMax = std::max(16, int(descriptors) - DescriptorsReserved);
        qCWarning(httpLog) << "few files may be open connections_max=" << connectionsMax;
    }

    QList<QUrl> urls;
    std::vector<std::unique_ptr<Acceptor>> acceptors;
    for (const ListenAddress &address : parts.options.listenAddresses) {
        auto acceptor = std::make_unique<Acceptor>([&parts](int fd) { parts.accept(fd); });
        TP_CHECK(acceptor->listenOn(address));
        const ListenAddress given{address.host, acceptor->serverPort()};
        urls.append(QUrl((isTls ? u"https://"_s : u"http://"_s) + given.hostForUrl()));
        acceptors.push_back(std::move(acceptor));
    }
    for (int i = 0; i < parts.context.ioThreads; ++i) {
        parts.threads.push_back(std::make_unique<IoThread>(parts.context, i));
        parts.threads.back()->start();
    }
    parts.acceptors = std::move(acceptors);
    return urls;
}

void Server::Parts::accept(int descriptor)
{
    counters.accepted.fetch_add(1);
    Admission admission = Admission::Admitted;
    if (counters.open.fetch_add(1) >= options.limits.connectionsMax) {
        counters.open.fetch_sub(1);
        counters.refused.fetch_add(1);
        if (counters.surplus.fetch_add(1) >= SurplusMax) {
            counters.surplus.fetch_sub(1);
            ::close(descriptor);
            return;
        }
        admission = Admission::Surplus;
    }
    threads[nextThread]->add(descriptor, admission);
    nextThread = (nextThread + 1) % threads.size();
}

void Server::stop(std::function<void()> done)
{
    Parts &parts = *m_parts;
    parts.acceptors.clear();
    // From the event loop, so that `done` may destroy the server.
    const auto later = [this, done = std::move(done)] {
        QMetaObject::invokeMethod(this, done, Qt::QueuedConnection);
    };
    if (parts.threads.empty()) {
        later();
        return;
    }
    parts.whenEnded.push_back(later);
    if (parts.whenEnded.size() > 1)
        return; // Asked twice, as by an impatient Ctrl+C.
    parts.stopTimer.start(parts.options.limits.stopTimeoutMs);
    for (const auto &thread : parts.threads) {
        thread->stop([box = parts.mailbox, parts = &parts] {
            box->post([parts] { parts->threadDrained(); });
        });
    }
}

void Server::Parts::threadDrained()
{
    if (++threadsDrained == threads.size())
        endThreads();
}

void Server::Parts::endThreads()
{
    stopTimer.stop();
    for (const auto &thread : threads) {
        thread->end([box = mailbox, this] { box->post([this] { threadEnded(); }); });
    }
}

void Server::Parts::threadEnded()
{
    if (++threadsEnded < threads.size())
        return;
    threads.clear();
    for (const auto &tell : std::exchange(whenEnded, {}))
        tell();
}

int Server::ioThreadCount() const
{
    return m_parts->context.ioThreads;
}

int Server::connectionsOpen() const
{
    return m_parts->counters.open.load();
}

int Server::socketsOpen() const
{
    return m_parts->counters.sockets.load();
}

quint64 Server::connectionsAccepted() const
{
    return m_parts->counters.accepted.load();
}

quint64 Server::connectionsRefused() const
{
    return m_parts->counters.refused.load();
}

} // namespace tp::http

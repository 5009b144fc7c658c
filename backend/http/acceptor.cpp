// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/acceptor.h"

#include "backend/http/log.h"

#include <utility>

namespace tp::http {

using namespace Qt::StringLiterals;

namespace {

constexpr int Backlog = 1024;
constexpr int ResumeMs = 100;

QString reasonFor(const Acceptor &acceptor)
{
    const QAbstractSocket::SocketError error = acceptor.serverError();
    if (error == QAbstractSocket::AddressInUseError)
        return u"the port is in use by another program"_s;
    if (error == QAbstractSocket::SocketAddressNotAvailableError)
        return u"this machine has no such address"_s;
    if (error == QAbstractSocket::SocketAccessError)
        return u"this user may not listen on that port"_s;
    return acceptor.errorString();
}

} // namespace

Acceptor::Acceptor(std::function<void(int)> accepted) : m_accepted(std::move(accepted))
{
    setListenBacklogSize(Backlog);
    m_resumeTimer.setSingleShot(true);
    m_resumeTimer.setInterval(ResumeMs);
    connect(this, &QTcpServer::acceptError, this, &Acceptor::couldNotAccept);
    connect(&m_resumeTimer, &QTimer::timeout, this, &QTcpServer::resumeAccepting);
}

Result<void> Acceptor::listenOn(const ListenAddress &address)
{
    if (listen(address.host, address.port))
        return {};
    return Error{ErrorCode::Unavailable,
                 u"Cannot listen on %1: %2"_s.arg(address.toString(), reasonFor(*this)),
                 {}};
}

void Acceptor::incomingConnection(qintptr descriptor)
{
    m_accepted(int(descriptor));
}

void Acceptor::couldNotAccept(QAbstractSocket::SocketError)
{
    // Out of descriptors, mostly. QTcpServer has stopped accepting: those who wait stay in the
    // backlog until some of the others have gone.
    qCWarning(httpLog).noquote().nospace() << "cannot accept why=" << errorString();
    m_resumeTimer.start();
}

} // namespace tp::http

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/connectionpresenter.h"

#include "ui/presentation/noticefor.h"

namespace tp::ui {

ConnectionPresenter::ConnectionPresenter(Backend backend, bool isDemoShop, const QString &address,
                                         QObject *parent)
    : QObject(parent)
    , m_process(backend == Backend::Bundled ? Process::Starting : Process::Elsewhere)
{
    m_state.isBundled = backend == Backend::Bundled;
    m_state.isDemoShop = isDemoShop;
    m_state.address = address;
}

void ConnectionPresenter::retryNow()
{
    emit retryRequested();
}

void ConnectionPresenter::retranslate()
{
    update();
}

void ConnectionPresenter::backendStarting()
{
    m_process = Process::Starting;
    update();
}

void ConnectionPresenter::backendReady()
{
    m_process = Process::Running;
    m_server = Server::Fine; // It says so itself; the next probe would only confirm it.
    m_failure.reset();
    update();
}

void ConnectionPresenter::backendFailed(const BackendFailure &failure)
{
    m_process = Process::Failed;
    m_failure = failure;
    update();
}

void ConnectionPresenter::serverLost(const Error &why)
{
    m_server = Server::Lost;
    m_whyLost = why;
    update();
}

void ConnectionPresenter::serverBack()
{
    m_server = Server::Fine;
    update();
}

void ConnectionPresenter::update()
{
    ConnectionState next = m_state;
    next.phase = phase();
    m_wasOnline = m_wasOnline || next.phase == ConnectionState::Phase::Online;
    next.notice = notice();
    next.log = m_failure ? m_failure->log : QStringList();
    if (next == m_state)
        return;
    m_state = next;
    emit stateChanged(m_state);
}

ConnectionState::Phase ConnectionPresenter::phase() const
{
    using Phase = ConnectionState::Phase;
    switch (m_process) {
    case Process::Starting:
        // A backend that is started again after a failure has not overcome it yet.
        return m_wasOnline ? Phase::Lost : m_failure ? Phase::Failed : Phase::Starting;
    case Process::Failed:
        return m_wasOnline ? Phase::Lost : Phase::Failed;
    case Process::Running:
    case Process::Elsewhere:
        break;
    }
    switch (m_server) {
    case Server::Unknown:
        return Phase::Starting;
    case Server::Fine:
        return Phase::Online;
    case Server::Lost:
        return m_wasOnline ? Phase::Lost : Phase::Failed;
    }
    Q_UNREACHABLE();
}

Notice ConnectionPresenter::notice() const
{
    const ConnectionState::Phase now = phase();
    if (now == ConnectionState::Phase::Starting || now == ConnectionState::Phase::Online)
        return {};
    if (m_failure)
        return noticeFor(*m_failure);
    if (m_state.isBundled) {
        return {tr("The shop server does not answer"), tr("It may be busy."),
                tr("It is asked again by itself.")};
    }
    const bool isStranger = m_whyLost.code != ErrorCode::Unavailable;
    return {tr("The server is not reachable"),
            isStranger ? tr("%1 answers, but not as a Tradepost server.").arg(m_state.address)
                       : tr("%1 does not answer, or is not well.").arg(m_state.address),
            tr("It is tried again by itself; check the network if this stays.")};
}

} // namespace tp::ui

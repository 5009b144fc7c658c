// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/iothread.h"

#include "backend/http/failureof.h"
#include "backend/http/log.h"

#include <unistd.h>

#include <utility>

namespace tp::http {

IoThread::IoThread(const ServerContext &context, int index)
    : m_context(context)
    , m_index(index)
    , m_mailbox(std::make_shared<Mailbox>(&m_thread))
{
    m_thread.setObjectName(QStringLiteral("io-%1").arg(index));
}

IoThread::~IoThread()
{
    end({});
    m_thread.wait();
}

void IoThread::start()
{
    m_isStarted = true;
    m_thread.start();
    m_mailbox->post([this] { threadBegins(); });
}

void IoThread::add(int descriptor, Admission admission)
{
    if (!m_mailbox->post(
            [this, descriptor, admission] { m_connections->add(descriptor, admission); }))
        ::close(descriptor);
}

void IoThread::stop(std::function<void()> drained)
{
    m_mailbox->post([this, drained = std::move(drained)] { m_connections->stop(drained); });
}

void IoThread::end(std::function<void()> ended)
{
    if (!m_isStarted || std::exchange(m_isEnding, true))
        return;
    m_mailbox->post([this, ended = std::move(ended)] {
        threadEnds();
        if (ended)
            ended();
        m_thread.quit();
    });
}

void IoThread::threadBegins()
{
    m_connections = std::make_unique<ConnectionSet>(m_context, m_index, m_mailbox);
    const auto failure = failureOf([this] { m_context.application.threadStarted(m_index); });
    if (failure)
        qCCritical(httpLog) << "an I/O thread begins badly why=" << failure->c_str();
}

void IoThread::threadEnds()
{
    m_connections.reset();
    const auto failure = failureOf([this] { m_context.application.threadEnds(m_index); });
    if (failure)
        qCCritical(httpLog) << "an I/O thread ends badly why=" << failure->c_str();
    m_mailbox->close(); // Answers that come later find nobody.
}

} // namespace tp::http

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/mailbox.h"

#include <QCoreApplication>
#include <QEvent>
#include <QObject>
#include <QThread>

#include <utility>

namespace tp::http {

/// Lives on the mailbox's thread and is woken by one event, however much was posted: the functions
/// themselves travel under our own mutex, which the thread sanitizer understands.
class Mailbox::Receiver final : public QObject
{
public:
    explicit Receiver(Mailbox *mailbox) : m_mailbox(mailbox) {}

    /// The mailbox may be gone when the last event arrives.
    void forgetMailbox() { m_mailbox = nullptr; }

    static QEvent::Type wakeType() { return QEvent::User; }

    bool event(QEvent *event) override
    {
        if (event->type() != wakeType())
            return QObject::event(event);
        if (m_mailbox)
            m_mailbox->run();
        return true;
    }

private:
    Mailbox *m_mailbox;
};

Mailbox::Mailbox(QThread *thread) : m_thread(thread), m_receiver(std::make_unique<Receiver>(this))
{
    m_receiver->moveToThread(thread);
}

Mailbox::~Mailbox() = default;

bool Mailbox::post(Function function)
{
    const std::lock_guard lock(m_mutex);
    if (!m_receiver)
        return false;
    m_functions.push_back(std::move(function));
    if (!m_isWoken) {
        m_isWoken = true;
        QCoreApplication::postEvent(m_receiver.get(), new QEvent(Receiver::wakeType()));
    }
    return true;
}

bool Mailbox::isHere() const
{
    // Only this thread closes the mailbox, so that what it reads here cannot change under it.
    return QThread::currentThread() == m_thread && m_receiver;
}

void Mailbox::close()
{
    std::unique_ptr<Receiver> receiver;
    std::vector<Function> functions;
    {
        const std::lock_guard lock(m_mutex);
        receiver = std::move(m_receiver);
        functions.swap(m_functions);
    }
    // Both end outside the lock: what a function holds may post while it is destroyed.
    if (receiver && m_isRunning) {
        receiver->forgetMailbox();
        receiver.release()->deleteLater(); // It is what called us.
    }
}

void Mailbox::run()
{
    std::vector<Function> functions;
    {
        const std::lock_guard lock(m_mutex);
        functions.swap(m_functions);
        m_isWoken = false;
    }
    m_isRunning = true;
    for (Function &function : functions) {
        const Function once = std::move(function); // Gone before the next one runs.
        if (m_receiver)
            once();
    }
    m_isRunning = false;
}

} // namespace tp::http

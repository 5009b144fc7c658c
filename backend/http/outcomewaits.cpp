// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/outcomewaits.h"

#include <QThread>

namespace tp::http {

OutcomeWaits::OutcomeWaits() : m_mailbox(QThread::currentThread()) {}

OutcomeWaits::~OutcomeWaits()
{
    m_mailbox.close();
}

bool OutcomeWaits::add(Uuid begun, qint64 ms, Woken woken)
{
    if (m_isClosed)
        return false;
    return m_mailbox.post([this, begun, ms, woken = std::move(woken)] { put(begun, ms, woken); });
}

void OutcomeWaits::ended(Uuid begun)
{
    m_mailbox.post([this, begun] { wake(begun); });
}

void OutcomeWaits::close()
{
    m_isClosed = true;
    while (!m_waits.empty())
        wake(m_waits.begin()->first);
}

void OutcomeWaits::put(Uuid begun, qint64 ms, Woken woken)
{
    if (m_isClosed)
        return woken();
    const auto wait = m_waits.emplace(begun, Wait{std::make_unique<QTimer>(), std::move(woken)});
    QTimer *timeout = wait->second.timeout.get();
    timeout->setSingleShot(true);
    QObject::connect(timeout, &QTimer::timeout, timeout, [this, wait] {
        Wait over = std::move(wait->second);
        m_waits.erase(wait);
        over.timeout.release()->deleteLater(); // It is what called us.
        over.woken();
    });
    timeout->start(int(ms));
}

void OutcomeWaits::wake(Uuid begun)
{
    const auto [first, last] = m_waits.equal_range(begun);
    std::multimap<Uuid, Wait> over;
    for (auto wait = first; wait != last;)
        over.insert(m_waits.extract(wait++));
    for (const auto &[id, wait] : over)
        wait.woken();
}

} // namespace tp::http

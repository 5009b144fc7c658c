// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/storage/feedear.h"

#include "backend/contract/event.h"

#include <algorithm>

namespace tp::test {

/// One stay with one relay; what comes when it is over is nobody's.
class FeedEar::Listener final : public events::FeedListener
{
public:
    Listener(std::weak_ptr<FeedEar> ear, int stay) : m_ear(std::move(ear)), m_stay(stay) {}

    void hear(std::vector<std::string> messages) override
    {
        if (const auto ear = m_ear.lock())
            ear->hear(m_stay, messages);
    }
    void cannotGoOn() override
    {
        if (const auto ear = m_ear.lock())
            ear->end(m_stay);
    }

private:
    std::weak_ptr<FeedEar> m_ear;
    const int m_stay;
};

FeedEar::FeedEar(events::Relay &relay, Appetite appetite) : m_relay(&relay), m_appetite(appetite) {}

FeedEar::~FeedEar()
{
    m_relay->remove(m_feed);
}

void FeedEar::begin(const Actor &actor, qint64 after)
{
    const std::lock_guard lock(m_mutex);
    m_actor = actor;
    m_after = after;
    m_feed = m_relay->add(m_actor, m_after, std::make_shared<Listener>(weak_from_this(), m_stay));
}

void FeedEar::askForMore()
{
    const std::lock_guard lock(m_mutex);
    m_relay->wantMore(m_feed);
}

void FeedEar::moveTo(events::Relay &relay)
{
    const std::lock_guard lock(m_mutex);
    m_relay->remove(m_feed);
    m_relay = &relay;
    ++m_stay;
    m_feed = m_relay->add(m_actor, m_after, std::make_shared<Listener>(weak_from_this(), m_stay));
}

void FeedEar::hear(int stay, const std::vector<std::string> &messages)
{
    const std::lock_guard lock(m_mutex);
    if (stay != m_stay)
        return;
    for (const std::string &message : messages) {
        const auto event = contract::Event::object().parse(message);
        m_seqs.append(event ? event->seq : -1);
        m_subjects.append(event ? event->subject : QStringLiteral("?"));
        m_after = m_seqs.last();
    }
    if (m_appetite == Appetite::Always)
        m_relay->wantMore(m_feed);
}

void FeedEar::end(int stay)
{
    const std::lock_guard lock(m_mutex);
    m_hasEnded = m_hasEnded || stay == m_stay;
}

QList<qint64> FeedEar::seqs() const
{
    const std::lock_guard lock(m_mutex);
    return m_seqs;
}

QString FeedEar::subjects() const
{
    const std::lock_guard lock(m_mutex);
    return m_subjects.join(u' ');
}

bool FeedEar::isAscending() const
{
    const std::lock_guard lock(m_mutex);
    return std::is_sorted(m_seqs.begin(), m_seqs.end(), std::less_equal<>());
}

bool FeedEar::hasEnded() const
{
    const std::lock_guard lock(m_mutex);
    return m_hasEnded;
}

} // namespace tp::test

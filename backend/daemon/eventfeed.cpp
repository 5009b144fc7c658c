// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/eventfeed.h"

namespace tp::daemon {
namespace {

class FeedToSocket final : public events::FeedListener
{
public:
    explicit FeedToSocket(std::shared_ptr<http::SocketLine> line) : m_line(std::move(line)) {}

    void hear(std::vector<std::string> messages) override { m_line->say(std::move(messages)); }
    void cannotGoOn() override
    {
        m_line->hangUp({http::SocketCode::NoLongerKept, "no longer kept: read anew"});
    }

private:
    std::shared_ptr<http::SocketLine> m_line;
};

} // namespace

EventFeed::EventFeed(events::Relay &relay, Actor actor, qint64 afterSeq)
    : m_relay(relay)
    , m_actor(std::move(actor))
    , m_afterSeq(afterSeq)
{}

EventFeed::~EventFeed()
{
    if (m_feed)
        m_relay.remove(*m_feed);
}

void EventFeed::opened(std::shared_ptr<http::SocketLine> line)
{
    m_feed = m_relay.add(m_actor, m_afterSeq, std::make_shared<FeedToSocket>(std::move(line)));
}

void EventFeed::wasSent()
{
    if (m_feed)
        m_relay.wantMore(*m_feed);
}

} // namespace tp::daemon

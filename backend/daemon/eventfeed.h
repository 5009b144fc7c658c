// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/events/relay.h"
#include "backend/http/socket.h"

#include <optional>

namespace tp::daemon {

/// A client of GET /events: hears from the relay what its actor may hear, and says nothing that
/// anybody listens to.
class EventFeed final : public http::SocketGuest
{
public:
    /// The relay outlives it.
    EventFeed(events::Relay &relay, Actor actor, qint64 afterSeq);
    ~EventFeed() override;

    void opened(std::shared_ptr<http::SocketLine> line) override;
    void heardText(std::string) override {}
    void heardBytes(std::string) override {}
    void wasSent() override;

private:
    events::Relay &m_relay;
    const Actor m_actor;
    const qint64 m_afterSeq;
    std::optional<events::Relay::FeedId> m_feed;
};

} // namespace tp::daemon

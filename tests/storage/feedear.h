// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/events/relay.h"

#include <QList>
#include <QString>

#include <memory>
#include <mutex>

namespace tp::test {

/// Somebody who listens to a relay, and may go over to another where they were. Made by
/// std::make_shared.
class FeedEar : public std::enable_shared_from_this<FeedEar>
{
public:
    enum class Appetite { Always, Once };
    explicit FeedEar(events::Relay &relay, Appetite appetite = Appetite::Always);
    ~FeedEar();

    void begin(const Actor &actor, qint64 after);
    void askForMore();

    /// Leaves, and goes on behind what it heard last. What is on its way is not heard.
    void moveTo(events::Relay &relay);

    QList<qint64> seqs() const;
    QString subjects() const; ///< Parted by spaces.
    bool isAscending() const; ///< Strictly: none was heard twice.
    bool hasEnded() const;

private:
    class Listener;
    void hear(int stay, const std::vector<std::string> &messages);
    void end(int stay);

    mutable std::mutex m_mutex; ///< Guards all below.
    events::Relay *m_relay;
    const Appetite m_appetite;
    Actor m_actor;
    int m_stay = 0; ///< Counts the relays that it went to.
    events::Relay::FeedId m_feed = 0;
    qint64 m_after = 0;
    QList<qint64> m_seqs;
    QStringList m_subjects;
    bool m_hasEnded = false;
};

} // namespace tp::test

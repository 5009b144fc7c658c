// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/events/outboxqueries.h"
#include "backend/kernel/actor.h"
#include "backend/storage/database.h"

#include <atomic>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace tp::events {

/// The far end of a feed. Called on the relay's thread; nothing in it may wait.
class FeedListener
{
public:
    virtual ~FeedListener() = default;

    /// Messages, in their order. It gets no more until Relay::wantMore().
    virtual void hear(std::vector<std::string> messages) = 0;

    /// What it wants to hear next is forgotten, or was never known; it hears nothing any more.
    virtual void cannotGoOn() = 0;
};

/// Reads the outbox and feeds whoever listens, each from where it is: a slow one holds up nobody,
/// and what it has not heard stays in the database. With PostgreSQL it numbers what was committed,
/// too, one relay of all backends at a time. Forgets what is old.
///
/// Threads: it has one of its own; everything public may be called from any.
class Relay
{
public:
    /// How soon a notice that was lost is made up for.
    static constexpr int PollMs = 1'000;

    /// Both outlive this.
    Relay(storage::Database &database, const Clock &clock);
    ~Relay();

    void start();
    void stop(); ///< Before the database closes. May be called twice.

    using FeedId = quint64;

    /// Begins behind the event of that number.
    FeedId add(const Actor &actor, qint64 afterSeq, std::shared_ptr<FeedListener> listener);
    void wantMore(FeedId feed);
    void remove(FeedId feed);

    // For health and metrics.
    int feeds() const;
    qint64 behind() const; ///< How many numbers the last of them is behind.
    qint64 silentMs() const;

private:
    struct Feed
    {
        Actor actor;
        qint64 afterSeq = 0;
        std::shared_ptr<FeedListener> listener;
        bool isHungry = true;
    };
    struct Page
    {
        std::vector<Told> events;
        qint64 keptAfter = 0;
        qint64 newest = 0;
    };

    void run();
    Result<void> round(storage::CommitFollower &follower, bool mayBeUnnumbered);
    Result<void> number(storage::CommitFollower &follower);
    Result<void> feedAll(storage::CommitFollower &follower);
    std::optional<qint64> hungriest(qint64 from) const;
    void serve(qint64 afterSeq, const Page &page);
    void pruneNowAndThen();
    void rest();

    storage::Database &m_database;
    const Clock &m_clock;

    mutable std::mutex m_mutex; ///< Guards feeds, m_lastFeed and m_isStopping.
    std::condition_variable m_stopped;
    std::map<FeedId, Feed> m_feeds;
    FeedId m_lastFeed = 0;
    bool m_isStopping = false;

    std::atomic<qint64> m_newest = 0;
    std::atomic<qint64> m_wellMs = 0; ///< Steady clock: the last round that went well.
    qint64 m_prunedMs = 0;            ///< The same clock; the thread's own.
    std::shared_ptr<std::atomic<bool>> m_hasMoreToPrune;
    bool m_isWell = true; ///< The thread's own.
    std::thread m_thread;
};

} // namespace tp::events

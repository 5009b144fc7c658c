// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/events/relay.h"

#include "backend/events/audience.h"
#include "backend/events/outbox.h"
#include "backend/events/relaylog.h"

#include <algorithm>
#include <chrono>
#include <limits>

namespace tp::events {

namespace {

constexpr int PageEvents = 200;
constexpr qint64 PruneEveryMs = 60'000;

/// Between two rounds: what is committed meanwhile is numbered and told together.
constexpr std::chrono::milliseconds RestMs{5};

} // namespace

Relay::Relay(storage::Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
    , m_wellMs(clock.steadyMs())
    , m_prunedMs(clock.steadyMs())
    , m_hasMoreToPrune(std::make_shared<std::atomic<bool>>(false))
{}

Relay::~Relay()
{
    stop();
}

void Relay::start()
{
    m_thread = std::thread([this] { run(); });
}

void Relay::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_stopped.notify_all();
    m_database.commitBell().ring();
    if (m_thread.joinable())
        m_thread.join();
}

Relay::FeedId Relay::add(const Actor &actor, qint64 afterSeq,
                         std::shared_ptr<FeedListener> listener)
{
    FeedId id = 0;
    {
        const std::lock_guard lock(m_mutex);
        id = ++m_lastFeed;
        m_feeds.emplace(id, Feed{actor, afterSeq, std::move(listener)});
    }
    m_database.commitBell().ring();
    return id;
}

void Relay::wantMore(FeedId feed)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_feeds.find(feed);
        if (found == m_feeds.end())
            return;
        found->second.isHungry = true;
    }
    m_database.commitBell().ring();
}

void Relay::remove(FeedId feed)
{
    std::shared_ptr<FeedListener> listener; // Ends outside the lock.
    const std::lock_guard lock(m_mutex);
    const auto found = m_feeds.find(feed);
    if (found == m_feeds.end())
        return;
    listener = std::move(found->second.listener);
    m_feeds.erase(found);
}

int Relay::feeds() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_feeds.size());
}

qint64 Relay::behind() const
{
    qint64 most = 0;
    const std::lock_guard lock(m_mutex);
    for (const auto &[id, feed] : m_feeds)
        most = std::max(most, m_newest - feed.afterSeq);
    return most;
}

qint64 Relay::silentMs() const
{
    return m_clock.steadyMs() - m_wellMs;
}

void Relay::run()
{
    const auto follower = m_database.openFollower();
    bool mayBeUnnumbered = true;
    for (;;) {
        const auto done = round(*follower, mayBeUnnumbered);
        if (done)
            m_wellMs = m_clock.steadyMs();
        else if (m_isWell)
            qCWarning(lcEvents) << "events cannot be told reason=" << done.error().detail;
        m_isWell = bool(done);
        rest();
        {
            const std::lock_guard lock(m_mutex);
            if (m_isStopping)
                return;
        }
        const auto woken = follower->wait(PollMs);
        mayBeUnnumbered = woken.here || !woken.elsewhere;
    }
}

void Relay::rest()
{
    std::unique_lock lock(m_mutex);
    m_stopped.wait_for(lock, RestMs, [this] { return m_isStopping; });
}

Result<void> Relay::round(storage::CommitFollower &follower, bool mayBeUnnumbered)
{
    if (mayBeUnnumbered && m_database.dialect() == storage::Dialect::Postgres)
        TP_CHECK(number(follower));
    TP_CHECK(feedAll(follower));
    pruneNowAndThen();
    return {};
}

Result<void> Relay::number(storage::CommitFollower &follower)
{
    Result<qint64> numbered = 0;
    do {
        TP_CHECK(follower.write([&](storage::UnitOfWork &work) {
            numbered = Outbox::number(work);
            if (!numbered || *numbered == 0)
                return storage::UnitOfWork::Keep::No;
            return storage::CommitFollower::tellOthers(work) ? storage::UnitOfWork::Keep::Yes
                                                             : storage::UnitOfWork::Keep::No;
        }));
        TP_CHECK(numbered);
    } while (*numbered == Outbox::NumberedAtOnceMax);
    return {};
}

/// From the one that is furthest behind; those at the same place share what is read.
Result<void> Relay::feedAll(storage::CommitFollower &follower)
{
    for (auto place = hungriest(std::numeric_limits<qint64>::min()); place;
         place = hungriest(*place)) {
        Result<Page> page = Page();
        TP_CHECK(follower.read([&](storage::Snapshot &snapshot) {
            page = [&]() -> Result<Page> {
                TP_TRY(auto events, OutboxQueries::page(snapshot, *place, PageEvents));
                TP_TRY(const qint64 keptAfter, OutboxQueries::keptAfter(snapshot));
                const qint64 newest = events.empty() ? keptAfter : events.back().seq;
                return Page{std::move(events), keptAfter, newest};
            }();
        }));
        TP_CHECK(page);
        serve(*place, *page);
    }
    return {};
}

/// The lowest place of those that wait for more, of all behind `from`. A feed that was given
/// something is not hungry, and one whose page was empty is at `from`.
std::optional<qint64> Relay::hungriest(qint64 from) const
{
    std::optional<qint64> lowest;
    const std::lock_guard lock(m_mutex);
    for (const auto &[id, feed] : m_feeds) {
        if (feed.isHungry && feed.afterSeq > from && (!lowest || feed.afterSeq < *lowest))
            lowest = feed.afterSeq;
    }
    return lowest;
}

void Relay::serve(qint64 afterSeq, const Page &page)
{
    struct Serving
    {
        std::shared_ptr<FeedListener> listener;
        std::vector<std::string> messages;
        bool cannotGoOn = false;
    };
    std::vector<Serving> servings;
    if (page.newest > m_newest)
        m_newest = page.newest;
    {
        const std::lock_guard lock(m_mutex);
        for (auto at = m_feeds.begin(); at != m_feeds.end();) {
            Feed &feed = at->second;
            if (!feed.isHungry || feed.afterSeq != afterSeq) {
                ++at;
                continue;
            }
            if (afterSeq < page.keptAfter) {
                servings.push_back({std::move(feed.listener), {}, true});
                at = m_feeds.erase(at);
                continue;
            }
            std::vector<std::string> messages;
            for (const Told &event : page.events) {
                feed.afterSeq = event.seq;
                if (mayHear(feed.actor, event.readers, event.owner))
                    messages.push_back(event.message);
            }
            feed.isHungry = messages.empty();
            if (!messages.empty())
                servings.push_back({feed.listener, std::move(messages)});
            ++at;
        }
    }
    for (Serving &one : servings) {
        if (one.cannotGoOn)
            one.listener->cannotGoOn();
        else
            one.listener->hear(std::move(one.messages));
    }
}

void Relay::pruneNowAndThen()
{
    const qint64 nowMs = m_clock.steadyMs();
    if (nowMs - m_prunedMs < PruneEveryMs && !m_hasMoreToPrune->exchange(false))
        return;
    m_prunedMs = nowMs;
    // A full queue has better things to do; the next round comes.
    std::ignore = m_database.writer().submit(
        storage::Writer::Lane::Bulk,
        [more = m_hasMoreToPrune](storage::UnitOfWork &work) {
            const auto pruned = Outbox::prune(work);
            more->store(pruned && *pruned);
            return pruned ? storage::UnitOfWork::Keep::Yes : storage::UnitOfWork::Keep::No;
        },
        [](const storage::Writer::Outcome &) {});
}

} // namespace tp::events

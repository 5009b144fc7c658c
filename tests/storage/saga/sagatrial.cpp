// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/storage/saga/sagatrial.h"

using namespace Qt::StringLiterals;
using tp::saga::Standing;
using tp::storage::UnitOfWork;
using Keep = UnitOfWork::Keep;

namespace tp::test {

namespace {

constexpr int TurnsMax = 100;

} // namespace

SagaTrial::SagaTrial(storage::Database &database, FakeClock &clock, TrialSale &sale, FarEnd &farEnd)
    : m_database(database)
    , m_clock(clock)
    , m_sale(sale)
    , m_farEnd(farEnd)
    , m_engine(std::make_unique<saga::SagaEngine>(sale.book(), "the first"))
{}

void SagaTrial::dieAt(int write, Death death)
{
    m_dieAt = write;
    m_death = death;
}

void SagaTrial::run(const std::string &data)
{
    m_data = data;
    std::optional<Standing> standing = begin();
    for (int turn = 0; turn < TurnsMax && m_faults.isEmpty(); ++turn) {
        if (standing && standing->isOver()) {
            m_end = standing->state;
            judge();
            return;
        }
        standing = next(std::move(standing));
    }
    m_faults.append(u"it does not come to an end"_s);
}

std::optional<Standing> SagaTrial::begin()
{
    const auto start = [this](UnitOfWork &work) {
        if (m_id.isNil())
            m_id = SagaId(work.newId());
        return m_engine->start(
            work, {.kind = TrialSale::Kind, .subject = m_id.uuid(), .data = m_data, .id = m_id});
    };
    auto standing = write(start);
    // Nobody was told that it had begun, so whoever asked for it asks again.
    if (!standing && m_death == Death::BeforeCommit)
        standing = write(start);
    return standing;
}

std::optional<Standing> SagaTrial::next(std::optional<Standing> standing)
{
    if (!standing)
        return takeUp();
    if (standing->question)
        return askAndSettle(*standing);
    if (standing->state == saga::SagaState::Stuck) {
        abandon();
        return takeUp();
    }
    if (standing->retryAtMs > 0) {
        m_clock.advance(std::max<qint64>(standing->retryAtMs - m_clock.nowMs(), 0));
        return takeUp();
    }
    return write([&](UnitOfWork &work) {
        return m_engine->resume(work, {standing->place, false}, saga::SagaEngine::Stretch::Far);
    });
}

std::optional<Standing> SagaTrial::takeUp()
{
    std::optional<saga::SagaStore::Leased> leased;
    const auto lease = [&](UnitOfWork &work) -> Result<Standing> {
        TP_TRY(const auto due, m_engine->leaseDue(work));
        leased = due.isEmpty() ? std::nullopt : std::optional(due.first());
        return Standing{};
    };
    if (!write(lease))
        return std::nullopt;
    if (!leased) { // It came to its end, or to a person, in a commit whose maker died.
        std::optional<Standing> ended;
        read([&](storage::Snapshot &snapshot) {
            const auto found = saga::SagaStore::find(snapshot, m_id);
            if (found)
                ended = Standing{.state = stateOf(found->record)};
        });
        return ended;
    }
    return write([&](UnitOfWork &work) {
        return m_engine->resume(work, *leased, saga::SagaEngine::Stretch::Far);
    });
}

std::optional<Standing> SagaTrial::askAndSettle(const Standing &standing)
{
    std::optional<saga::Reply> reply;
    standing.question([&reply](const saga::Reply &said) { reply = said; });
    if (!reply) {
        m_clock.advance(saga::SagaEngine::AnswerMaxMs);
        reply = saga::Reply{saga::Outcome::Unknown, std::nullopt, {}};
    }
    if (m_death == Death::WithAnswer && m_writes + 1 == m_dieAt) {
        ++m_writes;
        dieNow();
        return std::nullopt;
    }
    return write([&](UnitOfWork &work) {
        return m_engine->settle(work, standing, *reply, saga::SagaEngine::Stretch::Far);
    });
}

std::optional<Standing> SagaTrial::write(const Job &job)
{
    const bool isLast = ++m_writes == m_dieAt && m_death != Death::WithAnswer;
    Result<Standing> standing = Error{};
    const auto written = m_database.writeHere([&](UnitOfWork &work) {
        standing = job(work);
        const bool isKept = standing && !(isLast && m_death == Death::BeforeCommit);
        return isKept ? Keep::Yes : Keep::No;
    });
    if (!written || !standing)
        m_faults.append(written ? standing.error().detail : written.error().detail);
    read([this](storage::Snapshot &snapshot) {
        if (saga::SagaStore::find(snapshot, m_id))
            m_faults.append(TrialSale::disagreements(snapshot, m_id));
    });
    if (isLast)
        dieNow();
    return isLast || !standing ? std::nullopt : std::optional(standing.value());
}

/// Another process takes up what this one has left, once its lease is over.
void SagaTrial::dieNow()
{
    m_hasDied = true;
    m_engine = std::make_unique<saga::SagaEngine>(m_sale.book(), "the second");
    m_clock.advance(saga::SagaEngine::LeaseMs);
}

void SagaTrial::abandon()
{
    (void)write([this](UnitOfWork &work) -> Result<Standing> {
        TP_CHECK(m_engine->abandon(work, m_id));
        return Standing{};
    });
}

void SagaTrial::judge()
{
    m_farEnd.landLate();
    const bool isCompleted = m_end == saga::SagaState::Completed;
    read([&](storage::Snapshot &snapshot) {
        const auto found = saga::SagaStore::find(snapshot, m_id);
        if (!found)
            return m_faults.append(found.error().detail);
        for (int i = 0; i < TrialSale::Steps; ++i) {
            const bool isAbandoned = found->record.steps[i].state == saga::StepState::Abandoned;
            if (!isAbandoned && hasHappened(snapshot, i) != isCompleted)
                m_faults.append(u"step %1 is out of balance"_s.arg(i));
        }
    });
}

bool SagaTrial::hasHappened(storage::Session &session, int step) const
{
    const saga::Definition &definition = TrialSale::definition();
    if (m_data[std::size_t(step)] == 'a') {
        const std::string key = keyOf(m_id, definition, {saga::ActionKind::Run, step});
        return m_farEnd.effectOf(key) == FarEnd::Effect::Happened;
    }
    auto rows = session.query("SELECT 1 FROM trial_effects WHERE saga = $1 AND step = $2",
                              {m_id, definition.steps[std::size_t(step)].name});
    return rows.next();
}

void SagaTrial::read(const std::function<void(storage::Snapshot &)> &work)
{
    auto session = m_database.openReadSession();
    if (!session || !session.value()->read(work))
        m_faults.append(u"the database cannot be read"_s);
}

} // namespace tp::test

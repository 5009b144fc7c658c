// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/storage/saga/trialsale.h"

#include "tests/storage/freshdatabases.h"

#include <array>

using namespace Qt::StringLiterals;
using tp::storage::UnitOfWork;

namespace tp::test {

namespace {

constexpr std::array TrialSteps{
    saga::Step{"reserve", saga::StepKind::Compensable},
    saga::Step{"authorize", saga::StepKind::Compensable},
    saga::Step{"capture", saga::StepKind::Pivot},
    saga::Step{"take", saga::StepKind::Retryable},
    saga::Step{"confirm", saga::StepKind::Retryable},
};
constexpr saga::Definition TrialDefinition{"trial", 1, TrialSteps};
static_assert(saga::isSound(TrialDefinition));
static_assert(TrialSteps.size() == TrialSale::Steps);

std::string stepName(const saga::SagaView &saga)
{
    return std::string(saga.definition.steps[std::size_t(saga.action.step)].name);
}

bool isAsking(const saga::SagaView &saga)
{
    return saga.data[std::size_t(saga.action.step)] == 'a';
}

Result<void> noteEffect(UnitOfWork &work, const saga::SagaView &saga)
{
    TP_CHECK(work.execute("INSERT INTO trial_effects (saga, step) VALUES ($1, $2)",
                          {saga.id, stepName(saga)}));
    return {};
}

Result<void> forgetEffect(UnitOfWork &work, const saga::SagaView &saga)
{
    TP_CHECK(work.execute("DELETE FROM trial_effects WHERE saga = $1 AND step = $2",
                          {saga.id, stepName(saga)}));
    return {};
}

Result<void> settle(UnitOfWork &work, const saga::SagaView &saga, const saga::Reply &reply)
{
    if (reply.outcome != saga::Outcome::Done)
        return {};
    return saga.action.kind == saga::ActionKind::Undo ? forgetEffect(work, saga)
                                                      : noteEffect(work, saga);
}

/// Whether the row of a step must be there; nothing where it may be.
std::optional<bool> mustBeThere(saga::StepState state)
{
    switch (state) {
    case saga::StepState::Done:
        return true;
    case saga::StepState::Pending:
    case saga::StepState::Asked:
    case saga::StepState::Unknown:
    case saga::StepState::Refused:
    case saga::StepState::Undone:
        return false;
    case saga::StepState::Undoing:
    case saga::StepState::UndoDue:
    case saga::StepState::Abandoned:
        return std::nullopt;
    case saga::StepState::Count:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace

Result<void> TrialSale::prepare(storage::Database &database)
{
    return sayHere(database, {"CREATE TABLE trial_effects (saga TEXT NOT NULL, step TEXT NOT NULL, "
                              "PRIMARY KEY (saga, step))",
                              "CREATE TABLE trial_intents (saga TEXT NOT NULL, step TEXT NOT NULL, "
                              "PRIMARY KEY (saga, step))"});
}

TrialSale::TrialSale(FarEnd &farEnd) : m_farEnd(farEnd)
{
    saga::SagaPlan plan{.definition = TrialDefinition, .steps = {}};
    for (int i = 0; i < Steps; ++i)
        plan.steps.push_back(functionsOf(i));
    plan.atEnd = [this](UnitOfWork &, const saga::SagaView &) -> Result<void> {
        ++m_ends;
        return {};
    };
    m_book.add(std::move(plan));
}

const saga::Definition &TrialSale::definition()
{
    return TrialDefinition;
}

saga::StepFunctions TrialSale::functionsOf(int step)
{
    return {
        .name = TrialSteps[std::size_t(step)].name,
        .run = [this](UnitOfWork &work, const saga::SagaView &saga) { return run(work, saga); },
        .undo = [this](UnitOfWork &work, const saga::SagaView &saga) { return undo(work, saga); },
        .inquire =
            [this](UnitOfWork &work, const saga::SagaView &saga) {
                return isAsking(saga) ? question(saga) : saga::neverAsked(work, saga);
            },
        .settle = settle};
}

Result<saga::Turn> TrialSale::run(UnitOfWork &work, const saga::SagaView &saga)
{
    if (!isAsking(saga))
        return workHere(work, saga);
    TP_CHECK(work.execute("INSERT INTO trial_intents (saga, step) VALUES ($1, $2) "
                          "ON CONFLICT (saga, step) DO NOTHING",
                          {saga.id, stepName(saga)}));
    return question(saga);
}

Result<saga::Turn> TrialSale::workHere(UnitOfWork &work, const saga::SagaView &saga)
{
    std::atomic<Local> &script = m_local[std::size_t(saga.action.step)];
    Local local = script;
    if (local != Local::FailsAlways)
        script = Local::Works;
    switch (local) {
    case Local::Refuses:
        return saga::refused("out_of_stock", u"there is none"_s);
    case Local::DoesNotKnow:
        return saga::Turn(saga::Reply{saga::Outcome::Unknown, std::nullopt, {}});
    case Local::Works:
        TP_CHECK(noteEffect(work, saga));
        return saga::done();
    case Local::Fails:
    case Local::FailsAlways:
        TP_CHECK(noteEffect(work, saga));
        TP_CHECK(noteEffect(work, saga)); // Breaks the key.
        return saga::done();
    }
    Q_UNREACHABLE();
}

Result<saga::Turn> TrialSale::undo(UnitOfWork &work, const saga::SagaView &saga)
{
    if (isAsking(saga))
        return question(saga);
    TP_CHECK(forgetEffect(work, saga));
    return saga::done();
}

Result<saga::Turn> TrialSale::question(const saga::SagaView &saga)
{
    return saga::ask([this, kind = saga.action.kind, step = stepName(saga),
                      key = saga.runKey()](const saga::Answered &answered) {
        {
            const std::lock_guard lock(m_mutex);
            m_lastAsked = answered;
        }
        if (const auto reply = m_farEnd.ask(kind, step, key))
            answered(*reply);
    });
}

saga::Answered TrialSale::lastAsked() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastAsked.value();
}

QStringList TrialSale::disagreements(storage::Session &session, SagaId id)
{
    const auto found = saga::SagaStore::find(session, id);
    if (!found)
        return {found.error().detail};
    QStringList wrong;
    for (int i = 0; i < Steps; ++i) {
        const std::string_view name = TrialSteps[std::size_t(i)].name;
        auto rows =
            session.query("SELECT 1 FROM trial_effects WHERE saga = $1 AND step = $2", {id, name});
        const bool isThere = rows.next();
        const auto must = mustBeThere(found->record.steps[i].state);
        if (must && *must != isThere)
            wrong.append(QString::fromStdString(std::string(name)) +
                         (isThere ? u" has happened"_s : u" has not happened"_s));
    }
    return wrong;
}

} // namespace tp::test

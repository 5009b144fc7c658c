// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/saga/sagabook.h"
#include "backend/saga/sagastore.h"
#include "backend/storage/database.h"
#include "tests/storage/saga/farend.h"

#include <QStringList>

#include <atomic>
#include <mutex>
#include <optional>

namespace tp::test {

/// A saga for tests: reserve, authorize, capture (the pivot), take, confirm. Its data says of each
/// step whether it is local (l) or asks the far end (a): "llall". What a step did is a row of
/// trial_effects, which is there once or breaks a key; what it was about to ask one of
/// trial_intents.
class TrialSale
{
public:
    static constexpr int Steps = 5;
    static constexpr std::string_view Kind = "trial";

    /// Makes its tables.
    static Result<void> prepare(storage::Database &database);

    explicit TrialSale(FarEnd &farEnd);

    const saga::SagaBook &book() const { return m_book; }
    static const saga::Definition &definition();

    /// What the next local run of a step does instead of its work. From any thread.
    enum class Local { Works, Refuses, Fails, FailsAlways, DoesNotKnow };
    void scriptLocal(int step, Local local) { m_local[std::size_t(step)] = local; }

    /// What record and rows say differently about a saga, empty if nothing.
    static QStringList disagreements(storage::Session &session, SagaId id);

    /// What the last question was handed; there was one.
    saga::Answered lastAsked() const;

    int ends() const { return m_ends; } ///< How often its end was told, kept or not.

private:
    saga::StepFunctions functionsOf(int step);
    Result<saga::Turn> run(storage::UnitOfWork &work, const saga::SagaView &saga);
    Result<saga::Turn> workHere(storage::UnitOfWork &work, const saga::SagaView &saga);
    Result<saga::Turn> undo(storage::UnitOfWork &work, const saga::SagaView &saga);
    Result<saga::Turn> question(const saga::SagaView &saga);

    FarEnd &m_farEnd;
    saga::SagaBook m_book;
    std::array<std::atomic<Local>, Steps> m_local{};
    std::atomic<int> m_ends = 0;
    mutable std::mutex m_mutex; ///< Guards m_lastAsked.
    std::optional<saga::Answered> m_lastAsked;
};

} // namespace tp::test

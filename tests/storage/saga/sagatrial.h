// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/saga/sagaengine.h"
#include "tests/storage/saga/trialsale.h"
#include "tests/support/fakeclock.h"

namespace tp::test {

/// Brings one trial sale to its end without a thread, over a real database, and lets the process
/// die on the way. After every commit it looks whether record and rows agree.
class SagaTrial
{
public:
    enum class Death {
        BeforeCommit, ///< What the unit of work did is gone.
        AfterCommit,  ///< It is there, and who did it is gone.
        WithAnswer,   ///< It had asked, and dies with the answer in its hands.
        Count
    };

    SagaTrial(storage::Database &database, FakeClock &clock, TrialSale &sale, FarEnd &farEnd);

    /// At the `write`th change, the first being 1.
    void dieAt(int write, Death death);

    /// To its end; a person who is asked goes on without the step.
    void run(const std::string &data);

    saga::SagaState end() const { return m_end; }
    int writes() const { return m_writes; }
    bool hasDied() const { return m_hasDied; }
    const QStringList &faults() const { return m_faults; }

private:
    using Job = std::function<Result<saga::Standing>(storage::UnitOfWork &)>;

    std::optional<saga::Standing> begin();
    std::optional<saga::Standing> next(std::optional<saga::Standing> standing);
    std::optional<saga::Standing> takeUp();
    std::optional<saga::Standing> askAndSettle(const saga::Standing &standing);
    std::optional<saga::Standing> write(const Job &job);
    void dieNow();
    void abandon();
    void judge();
    bool hasHappened(storage::Session &session, int step) const;
    void read(const std::function<void(storage::Snapshot &)> &work);

    storage::Database &m_database;
    FakeClock &m_clock;
    TrialSale &m_sale;
    FarEnd &m_farEnd;
    std::unique_ptr<saga::SagaEngine> m_engine;
    SagaId m_id;
    std::string m_data;
    int m_dieAt = 0;
    Death m_death = Death::Count;
    bool m_hasDied = false;
    int m_writes = 0;
    saga::SagaState m_end = saga::SagaState::Count;
    QStringList m_faults;
};

} // namespace tp::test

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/saga/sagaengine.h"
#include "backend/saga/sagaloop.h"
#include "backend/storage/writer.h"

namespace tp::saga {

/// Has changes to sagas made by the writer, and sees to it that each is made, or that it is
/// somebody else's by now. Belongs to the thread of its loop.
class SagaChanges
{
public:
    using Make = std::function<Result<Standing>(storage::UnitOfWork &, SagaEngine::Stretch)>;
    using Made = std::function<void(Standing)>;

    /// `made` is told how a saga stands, once that is on disk.
    SagaChanges(const SagaEngine &engine, storage::Writer &writer, SagaLoop &loop, Made made);

    /// A change to the saga that stands at `place`.
    void request(const Place &place, Make make);

    /// Any other work: once, and `then` is told how it went.
    using Job = std::function<Result<void>(storage::UnitOfWork &)>;
    using Then = std::function<void(const Result<void> &)>;
    void submit(Job job, const Then &then);

    /// Nothing more is begun; `idle` is called when what runs has ended.
    void stop(SagaLoop::Function idle);

private:
    struct Change
    {
        Place place;
        Make make;
        SagaEngine::Stretch stretch = SagaEngine::Stretch::Far;
        int tries = 0;
        bool isGivingUp = false;
        std::optional<Standing> doubtful = {}; ///< Made, but perhaps not committed.
    };
    using SharedChange = std::shared_ptr<Change>;

    void tryIt(const SharedChange &change);
    void tryLater(const SharedChange &change);
    Result<Standing> attempt(storage::UnitOfWork &work, const Change &change) const;
    void attempted(const SharedChange &change, const storage::Writer::Outcome &outcome,
                   const Result<Standing> &standing);
    void failed(const SharedChange &change, const Error &error);
    void giveUp(const SharedChange &change, const Error &error);
    void jobEnded();

    const SagaEngine &m_engine;
    storage::Writer &m_writer;
    SagaLoop &m_loop;
    Made m_made;
    int m_jobs = 0; ///< That the writer has and has not ended.
    bool m_isStopping = false;
    SagaLoop::Function m_idle;
};

} // namespace tp::saga

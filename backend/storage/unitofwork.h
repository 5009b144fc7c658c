// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/clock.h"
#include "backend/kernel/random.h"
#include "backend/storage/session.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tp::storage {

/// One job's share of a transaction: everything that it did is kept together or not at all.
/// The time stands still inside it. Belongs to the writer's thread and lives for one job.
class UnitOfWork final : public Session
{
public:
    UnitOfWork(Connection &connection, qint64 nowMs, Random &random)
        : Session(connection)
        , m_nowMs(nowMs)
        , m_random(random)
    {}

    qint64 nowMs() const { return m_nowMs; }
    Uuid newId() { return Uuid::v7(m_nowMs, m_random); }

    /// Any 32 bits, for what should not happen to all at the same time.
    quint32 chance();

    enum class Keep { Yes, No };

    /// Runs `work` in a savepoint of its own and undoes what it did when it says No.
    /// The error is the database's, when it could not set or end the savepoint.
    Result<void> nested(const std::function<Keep()> &work);

    /// What is written when all else is, right before the commit: of several with one key only the
    /// last. What nested() undoes takes back what it said here.
    using LastWord = std::function<Result<void>(UnitOfWork &)>;
    void sayLast(std::string key, LastWord word);
    bool hasLastWord(std::string_view key) const;

    /// For whoever runs the job, once it wants to be kept: says the last words.
    Result<void> finish();

private:
    struct KeyedWord
    {
        std::string key;
        LastWord word;
    };
    bool isSaidAgain(std::size_t place) const;

    qint64 m_nowMs;
    Random &m_random;
    int m_depth = 0;
    std::vector<KeyedWord> m_lastWords;
};

} // namespace tp::storage

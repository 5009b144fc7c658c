// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/unitofwork.h"

#include "backend/storage/connection.h"

#include <algorithm>
#include <array>

namespace tp::storage {

using namespace Qt::StringLiterals;

namespace {

/// Literals, so that each is prepared once.
struct SavepointSql
{
    std::string_view set;
    std::string_view keep;
    std::string_view undo;
};
constexpr SavepointSql Savepoints[] = {
    {"SAVEPOINT n1", "RELEASE SAVEPOINT n1", "ROLLBACK TO SAVEPOINT n1"},
    {"SAVEPOINT n2", "RELEASE SAVEPOINT n2", "ROLLBACK TO SAVEPOINT n2"},
    {"SAVEPOINT n3", "RELEASE SAVEPOINT n3", "ROLLBACK TO SAVEPOINT n3"},
    {"SAVEPOINT n4", "RELEASE SAVEPOINT n4", "ROLLBACK TO SAVEPOINT n4"},
};

} // namespace

quint32 UnitOfWork::chance()
{
    std::array<quint8, 4> bytes{};
    m_random.fill(bytes);
    return quint32(bytes[0]) << 24 | quint32(bytes[1]) << 16 | quint32(bytes[2]) << 8 | bytes[3];
}

void UnitOfWork::sayLast(std::string key, LastWord word)
{
    m_lastWords.push_back({std::move(key), std::move(word)});
}

bool UnitOfWork::hasLastWord(std::string_view key) const
{
    return std::any_of(m_lastWords.begin(), m_lastWords.end(),
                       [&](const KeyedWord &one) { return one.key == key; });
}

Result<void> UnitOfWork::finish()
{
    for (std::size_t i = 0; i < m_lastWords.size(); ++i) {
        if (!isSaidAgain(i))
            TP_CHECK(m_lastWords[i].word(*this));
    }
    return {};
}

bool UnitOfWork::isSaidAgain(std::size_t place) const
{
    for (std::size_t later = place + 1; later < m_lastWords.size(); ++later) {
        if (m_lastWords[later].key == m_lastWords[place].key)
            return true;
    }
    return false;
}

Result<void> UnitOfWork::nested(const std::function<Keep()> &work)
{
    Q_ASSERT(m_depth < int(std::size(Savepoints)));
    const SavepointSql &savepoint = Savepoints[m_depth];
    if (m_connection.isBroken())
        return Error{ErrorCode::Internal, u"a savepoint after a failed statement"_s, {}};

    const std::size_t wordsBefore = m_lastWords.size();
    TP_CHECK(m_connection.command(savepoint.set));
    ++m_depth;
    const Keep keep = work();
    --m_depth;

    const bool isBroken = m_connection.isBroken();
    if (keep == Keep::Yes && !isBroken)
        return m_connection.command(savepoint.keep);

    m_lastWords.resize(wordsBefore);
    // A lost connection or an ended transaction cannot be undone in part: the failure stays noted,
    // and with it the writer undoes the whole.
    TP_CHECK(m_connection.command(savepoint.undo));
    TP_CHECK(m_connection.command(savepoint.keep));
    // What may be run again stays noted too: the whole job is then run again.
    if (m_connection.failure() != Connection::Failure::Again)
        m_connection.forgetFailure();
    if (keep == Keep::Yes)
        return Error{ErrorCode::Internal, u"work was to be kept after a failed statement"_s, {}};
    return {};
}

} // namespace tp::storage

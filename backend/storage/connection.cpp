// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/connection.h"

#include "backend/storage/storagelog.h"

namespace tp::storage {

namespace {

/// Literals are some hundreds; only SQL that is put together per request could grow for ever.
constexpr std::size_t StatementsMax = 400;

} // namespace

Result<void> Connection::begin(Access access)
{
    forgetFailure();
    TP_CHECK(command(beginSql(access)));
    transactionBegan(access);
    return {};
}

Result<void> Connection::commit()
{
    return command("COMMIT");
}

void Connection::rollback()
{
    if (isOpen() && isInTransaction()) {
        if (const auto done = command("ROLLBACK"); !done)
            qCWarning(lcStorage) << "cannot roll back" << done.error().detail;
    }
    forgetFailure();
}

Result<void> Connection::command(std::string_view sql)
{
    TP_TRY(Statement * found, statement(sql));
    const auto done = found->execute({});
    return done ? Result<void>() : Result<void>(done.error());
}

Result<Statement *> Connection::statement(std::string_view sql)
{
    auto entry = m_statements.find(sql);
    if (entry != m_statements.end()) {
        for (const auto &one : entry->second) {
            if (!one->isTaken())
                return one.get();
        }
    }
    TP_TRY(std::unique_ptr<Statement> made, prepare(sql));
    if (entry == m_statements.end()) {
        if (m_statements.size() >= StatementsMax)
            dropIdleStatements();
        entry = m_statements.try_emplace(std::string(sql)).first;
    }
    entry->second.push_back(std::move(made));
    return entry->second.back().get();
}

void Connection::noteFailure(Failure failure)
{
    // The first failure is the cause; what follows in an aborted transaction only echoes it.
    if (m_failure == Failure::None || failure == Failure::Lost)
        m_failure = failure;
}

void Connection::dropIdleStatements()
{
    for (auto entry = m_statements.begin(); entry != m_statements.end();) {
        std::erase_if(entry->second, [](const auto &one) { return !one->isTaken(); });
        entry = entry->second.empty() ? m_statements.erase(entry) : std::next(entry);
    }
}

} // namespace tp::storage

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

namespace tp::outbox {

/// One SQLite file that survives a power cut: a commit that has returned is on the disk
/// (journal_mode=WAL, synchronous=FULL). Belongs to the thread that opens it, which closes it.
class OutboxDatabase
{
public:
    explicit OutboxDatabase(const QString &path) : m_path(path) {}
    ~OutboxDatabase() { close(); }
    Q_DISABLE_COPY_MOVE(OutboxDatabase)

    /// Makes the file and its tables where there are none; nothing when it is open. An error's
    /// detail says for people what the disk said.
    Result<void> open();
    void close();

    /// One statement with its values in the order of its question marks; opens first.
    Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {});

    /// All that `work` runs is on the disk afterwards, or nothing of it.
    template <typename Work>
    auto atOnce(Work work) -> decltype(work())
    {
        TP_TRY(const QSqlQuery begun, run(QStringLiteral("BEGIN IMMEDIATE")));
        auto result = work();
        if (!result) {
            rollBack();
            return result;
        }
        TP_CHECK(commit());
        return result;
    }

private:
    Result<void> connectFile();
    Result<void> makeTables();
    Result<void> commit();
    void rollBack();

    QString m_path;
    QSqlDatabase m_database;
};

} // namespace tp::outbox

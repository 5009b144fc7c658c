// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/storage/connection.h"
#include "backend/storage/qthandle.h"

#include <QDeadlineTimer>
#include <QString>

#include <functional>

struct sqlite3;

namespace tp::storage {

/// A connection to a SQLite file, set up for what the promise rests on: WAL, synchronous=FULL,
/// foreign keys. Belongs to the thread that made it.
class SqliteConnection final : public Connection
{
public:
    SqliteConnection(const QString &filePath, Role role);
    ~SqliteConnection() override;

    Dialect dialect() const override { return Dialect::Sqlite; }
    Result<void> open() override;
    bool isOpen() const override { return m_handle; }
    bool isInTransaction() const override;
    Result<void> run(const QByteArray &sql) override;

    sqlite3 *handle() const { return m_handle; }

    /// Called after each commit with the number of pages in the WAL, instead of SQLite's own
    /// checkpoint in the middle of a commit.
    void watchWal(std::function<void(int)> watcher);

    /// Copies what of the WAL no reader holds back; waits for nobody.
    void copyWal();

    /// How long a reader may hold its snapshot.
    static constexpr int SnapshotMsMax = 5000;
    static constexpr int BusyMsMax = 5000;

protected:
    Result<std::unique_ptr<Statement>> prepare(std::string_view sql) override;
    std::string_view beginSql(Access access) const override;
    void transactionBegan(Access access) override;

private:
    Result<void> setUp();
    Result<std::string> pragma(std::string_view sql);
    static int waitWhileBusy(void *self, int attempt);
    static int endWhenLate(void *self);

    QtHandle m_qt;
    Role m_role;
    sqlite3 *m_handle = nullptr;
    QDeadlineTimer m_snapshotDeadline{QDeadlineTimer::Forever};
    QDeadlineTimer m_busyDeadline;
    std::function<void(int)> m_walWatcher;
};

} // namespace tp::storage

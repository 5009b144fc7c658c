// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"

#include <QSqlDatabase>
#include <QString>

#include <functional>

namespace tp::storage {

/// A connection that QtSql opens and closes, and whose own handle our statements use. Belongs to
/// the thread that made it.
class QtHandle
{
public:
    /// `driver` is QSQLITE or QPSQL; `configure` names the database.
    QtHandle(const QString &driver, const std::function<void(QSqlDatabase &)> &configure);
    ~QtHandle();
    QtHandle(const QtHandle &) = delete;
    QtHandle &operator=(const QtHandle &) = delete;

    /// Unavailable with the driver's own words.
    Result<void> open();
    void close();

    /// `sqlite3 *` or `PGconn *`; nothing while closed.
    void *handle() const;

private:
    QString m_name;
    QString m_driver;
    QSqlDatabase m_database;
};

} // namespace tp::storage

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/qthandle.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QVariant>

namespace tp::storage {

using namespace Qt::StringLiterals;

QtHandle::QtHandle(const QString &driver, const std::function<void(QSqlDatabase &)> &configure)
    : m_name(u"tradepost-%1"_s.arg(quintptr(this), 0, 16))
    , m_driver(driver)
    , m_database(QSqlDatabase::addDatabase(driver, m_name))
{
    configure(m_database);
}

QtHandle::~QtHandle()
{
    close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<void> QtHandle::open()
{
    if (!m_database.isValid()) {
        return Error{ErrorCode::Unavailable,
                     u"Qt's database driver %1 is not installed"_s.arg(m_driver),
                     {}};
    }
    if (m_database.open())
        return {};
    return Error{ErrorCode::Unavailable, m_database.lastError().databaseText().trimmed(), {}};
}

void QtHandle::close()
{
    if (m_database.isOpen())
        m_database.close();
}

void *QtHandle::handle() const
{
    if (!m_database.isOpen())
        return nullptr;
    const QVariant handle = m_database.driver()->handle();
    // The type's name is PGconn* or pg_conn*, depending on the version of Qt.
    Q_ASSERT(handle.isValid() && handle.metaType().sizeOf() == sizeof(void *));
    return *static_cast<void *const *>(handle.constData());
}

} // namespace tp::storage

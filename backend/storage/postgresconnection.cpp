// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/postgresconnection.h"

#include "backend/kernel/testbreak.h"
#include "backend/storage/postgreserrors.h"
#include "backend/storage/postgresoptions.h"
#include "backend/storage/postgresstatement.h"
#include "backend/storage/storagelog.h"

#include <QDeadlineTimer>
#include <QStringList>

#include <poll.h>

#include <cerrno>

namespace tp::storage {

using namespace Qt::StringLiterals;

namespace {

/// What the server ends by itself, and a little later what we no longer wait for.
constexpr int WriterMsMax = 10'000;
constexpr int ReaderMsMax = 5'000;
constexpr int GraceMs = 2'000;

constexpr int ServerVersionMin = 130'000;

/// Notices are for developers: "table does not exist, skipping".
void logNotice(void *, const char *message)
{
    qCDebug(lcStorage) << "PostgreSQL says" << message;
}

QString quoted(QString value)
{
    value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    return u'\'' + value + u'\'';
}

/// QtSql puts the connection string together again from its parts; what it has no part for goes
/// into the options. Ours hold unless the URL says otherwise.
void nameServer(QSqlDatabase &database, const QString &url)
{
    const PostgresOptions options(url);
    QStringList others;
    const std::pair<QString, QString> ours[] = {
        {u"connect_timeout"_s, u"5"_s},      {u"keepalives_idle"_s, u"10"_s},
        {u"keepalives_interval"_s, u"5"_s},  {u"keepalives_count"_s, u"3"_s},
        {u"tcp_user_timeout"_s, u"15000"_s}, {u"application_name"_s, u"tradepostd"_s}};
    for (const auto &[keyword, value] : ours) {
        if (options.value(keyword.toLatin1().constData()).isEmpty())
            others.append(keyword + u'=' + value);
    }
    for (const PQconninfoOption *one = options.first(); one && one->keyword; ++one) {
        const QString keyword = QString::fromLatin1(one->keyword);
        const QString value = QString::fromUtf8(one->val);
        if (value.isEmpty())
            continue;
        if (keyword == u"host"_s)
            database.setHostName(value);
        else if (keyword == u"dbname"_s)
            database.setDatabaseName(value);
        else if (keyword == u"user"_s)
            database.setUserName(value);
        else if (keyword == u"password"_s)
            database.setPassword(value);
        else
            others.append(keyword + u'=' + quoted(value));
    }
    database.setConnectOptions(others.join(u' '));
}

} // namespace

PostgresConnection::PostgresConnection(const QString &url, Role role)
    : m_qt(u"QPSQL"_s, [&url](QSqlDatabase &database) { nameServer(database, url); })
    , m_role(role)
{}

PostgresConnection::~PostgresConnection()
{
    forgetStatements();
}

Result<void> PostgresConnection::open()
{
    drop();
    forgetFailure();
    if (!m_refusal || m_refusalEnds.hasExpired()) {
        m_refusal.reset();
        if (const auto connected = connect(); !connected) {
            m_refusal = connected.error();
            m_refusalEnds.setRemainingTime(RefusalMs);
            drop();
        }
    }
    if (!m_refusal)
        return {};
    noteFailure(Failure::Lost);
    return *m_refusal;
}

Result<void> PostgresConnection::connect()
{
    if (const auto opened = m_qt.open(); !opened) {
        Error error = opened.error();
        error.detail = u"PostgreSQL cannot be reached: "_s + error.detail.section(u'\n', 0, 0);
        return error;
    }
    m_handle = static_cast<PGconn *>(m_qt.handle());
    PQsetNoticeProcessor(m_handle, logNotice, nullptr);
    return setUp();
}

void PostgresConnection::drop()
{
    forgetStatements();
    m_handle = nullptr;
    m_isLost = false;
    m_arePlansStale = false;
    m_qt.close();
}

Result<void> PostgresConnection::setUp()
{
    if (PQserverVersion(m_handle) < ServerVersionMin)
        return Error{ErrorCode::InvalidValue, u"PostgreSQL 13 or later is needed"_s, {}};
    TP_CHECK(checkPromises());
    QByteArray sql = "SET client_encoding = 'UTF8'; SET TIME ZONE 'UTC';"
                     "SET standard_conforming_strings = on;";
    if constexpr (TestBreak == Broken::Fsync)
        sql += "SET synchronous_commit = off;";
    if (m_role != Role::Unhurried) {
        const int statementMs = m_role == Role::Writer ? WriterMsMax : ReaderMsMax;
        sql += "SET statement_timeout = " + QByteArray::number(statementMs) +
               "; SET idle_in_transaction_session_timeout = 30000; SET lock_timeout = " +
               QByteArray::number(LockMsMax);
    }
    return run(sql);
}

/// An answered sale must be on the server's disk.
Result<void> PostgresConnection::checkPromises()
{
    const PostgresResult settings(PQexec(m_handle, "SELECT current_setting('synchronous_commit'), "
                                                   "current_setting('server_encoding')"));
    if (PQresultStatus(settings.get()) != PGRES_TUPLES_OK)
        return postgresProblem(settings.get()).error;
    if (qstrcmp(PQgetvalue(settings.get(), 0, 0), "off") == 0) {
        return Error{ErrorCode::InvalidValue,
                     u"PostgreSQL has synchronous_commit off: sales could be lost"_s,
                     {}};
    }
    if (qstrcmp(PQgetvalue(settings.get(), 0, 1), "UTF8") != 0)
        return Error{ErrorCode::InvalidValue, u"the database's encoding must be UTF8"_s, {}};
    return {};
}

int PostgresConnection::socket() const
{
    return PQsocket(m_handle);
}

bool PostgresConnection::takeNotices()
{
    if (!PQconsumeInput(m_handle)) {
        m_isLost = true;
        return false;
    }
    bool isAny = false;
    while (PGnotify *notice = PQnotifies(m_handle)) {
        isAny = true;
        PQfreemem(notice);
    }
    return isAny;
}

bool PostgresConnection::isInTransaction() const
{
    if (!isOpen())
        return false;
    const PGTransactionStatusType status = PQtransactionStatus(m_handle);
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
}

Result<void> PostgresConnection::run(const QByteArray &sql)
{
    TP_TRY(const PostgresResult answer,
           answerTo(isOpen() ? PQsendQuery(m_handle, sql.constData()) : 0));
    return {};
}

Result<PostgresResult> PostgresConnection::executePrepared(const QByteArray &name, int count,
                                                           const char *const *values)
{
    return answerTo(isOpen() ? PQsendQueryPrepared(m_handle, name.constData(), count, values,
                                                   nullptr, nullptr, 0)
                             : 0);
}

Result<std::unique_ptr<Statement>> PostgresConnection::prepare(std::string_view sql)
{
    const QByteArray name = "s" + QByteArray::number(++m_statementsMade);
    const std::string text(sql);
    auto answer = answerTo(
        isOpen() ? PQsendPrepare(m_handle, name.constData(), text.c_str(), 0, nullptr) : 0);
    if (!answer) {
        qCWarning(lcStorage) << "cannot prepare" << text.c_str();
        return answer.error();
    }
    return std::unique_ptr<Statement>(std::make_unique<PostgresStatement>(*this, name));
}

std::string_view PostgresConnection::beginSql(Access access) const
{
    return access == Access::Write ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
}

/// No statement is read between two transactions, so that now they can be made anew.
void PostgresConnection::transactionBegan(Access)
{
    if (!m_arePlansStale)
        return;
    m_arePlansStale = false;
    forgetStatements();
    if (const auto done = run("DEALLOCATE ALL"); !done)
        qCWarning(lcStorage) << "cannot forget the prepared statements" << done.error().detail;
}

/// The last answer, or the first refusal. A connection that is lost, or whose answer does not
/// come in time, is not used again.
Result<PostgresResult> PostgresConnection::answerTo(int isSent)
{
    PostgresResult kept;
    bool isRefused = false;
    if (isSent && waitForAnswer()) {
        while (PostgresResult answer{PQgetResult(m_handle)}) {
            if (!isRefused) {
                isRefused = PQresultStatus(answer.get()) == PGRES_FATAL_ERROR ||
                            PQresultStatus(answer.get()) == PGRES_BAD_RESPONSE;
                kept = std::move(answer);
            }
            if (!waitForAnswer())
                break;
        }
    }
    if (kept && !isRefused && PQstatus(m_handle) == CONNECTION_OK)
        return kept;

    PostgresProblem problem = postgresProblem(kept && isRefused ? kept.get() : nullptr);
    if (!m_handle || PQstatus(m_handle) != CONNECTION_OK || !kept)
        problem.failure = Failure::Lost;
    m_isLost = m_isLost || problem.failure == Failure::Lost;
    if (m_isLost)
        problem.error = {ErrorCode::Unavailable, u"the connection to PostgreSQL is lost"_s, {}};
    // What follows a refusal in the same transaction only says 25P02, and says nothing new.
    if (problem.error.code == ErrorCode::Internal && !isBroken())
        qCCritical(lcStorage) << "PostgreSQL refuses" << problem.error.detail;
    noteFailure(problem.failure);
    if (problem.arePlansStale) {
        m_arePlansStale = true;
        qCWarning(lcStorage) << "prepared statements are out of date" << problem.error.detail;
    }
    return problem.error;
}

/// False when the connection is lost, or does not answer in time and is given up.
bool PostgresConnection::waitForAnswer()
{
    QDeadlineTimer deadline(QDeadlineTimer::Forever);
    if (m_role != Role::Unhurried)
        deadline.setRemainingTime((m_role == Role::Writer ? WriterMsMax : ReaderMsMax) + GraceMs);
    while (PQisBusy(m_handle)) {
        const int unsent = PQflush(m_handle);
        pollfd socket = {PQsocket(m_handle), short(unsent > 0 ? POLLIN | POLLOUT : POLLIN), 0};
        const int ready = poll(&socket, 1, int(deadline.remainingTime()));
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0 || unsent < 0) {
            qCWarning(lcStorage) << "PostgreSQL does not answer";
            return false;
        }
        if (!PQconsumeInput(m_handle))
            return true; // What there is to say about it comes as the next result.
    }
    return true;
}

} // namespace tp::storage

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/postgreserrors.h"

#include <QByteArray>
#include <QRegularExpression>

namespace tp::storage {

using namespace Qt::StringLiterals;
using Failure = Connection::Failure;

namespace {

QString field(const PGresult *result, int code)
{
    return QString::fromUtf8(PQresultErrorField(result, code));
}

/// "Key (a, b)=(1, 2) already exists." in whatever language: the columns, if they are plain names.
QStringList keyColumns(const QString &detail)
{
    const qsizetype first = detail.indexOf(u'(');
    const qsizetype last = detail.indexOf(u")=("_s);
    if (first < 0 || last <= first)
        return {};
    const QStringList columns = detail.sliced(first + 1, last - first - 1).split(u", "_s);
    static const QRegularExpression plainName(u"^[a-z_][a-z0-9_]*$"_s);
    for (const QString &column : columns) {
        if (!plainName.match(column).hasMatch())
            return {};
    }
    return columns;
}

/// As SQLite spells it: table.column, table.column; or the index' name for an expression.
QString uniqueName(const PGresult *result)
{
    const QString table = field(result, PG_DIAG_TABLE_NAME);
    QStringList columns = keyColumns(field(result, PG_DIAG_MESSAGE_DETAIL));
    if (columns.isEmpty())
        return field(result, PG_DIAG_CONSTRAINT_NAME);
    for (QString &column : columns)
        column = table + u'.' + column;
    return columns.join(u", "_s);
}

Error integrityError(const PGresult *result, const QByteArray &state)
{
    if (state == "23503")
        return constraintError(u"foreign_key"_s);
    if (state == "23502") {
        return constraintError(field(result, PG_DIAG_TABLE_NAME) + u'.' +
                               field(result, PG_DIAG_COLUMN_NAME));
    }
    if (state == "23505")
        return constraintError(uniqueName(result));
    return constraintError(field(result, PG_DIAG_CONSTRAINT_NAME));
}

bool isOneOf(const QByteArray &state, std::initializer_list<const char *> states)
{
    return std::any_of(states.begin(), states.end(),
                       [&state](const char *one) { return state.startsWith(one); });
}

PostgresProblem unavailableProblem(const QString &sentence, Failure failure)
{
    return {{ErrorCode::Unavailable, sentence, {}}, failure};
}

} // namespace

PostgresProblem postgresProblem(const PGresult *result)
{
    const QByteArray state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const QString message = field(result, PG_DIAG_MESSAGE_PRIMARY);

    // 08P01 alone is our fault: a wrong number of values.
    if (state.isEmpty() || isOneOf(state, {"080", "57P0"}))
        return unavailableProblem(u"the connection to PostgreSQL is lost"_s, Failure::Lost);
    if (state.startsWith("23"))
        return {integrityError(result, state), Failure::Other};
    if (state == "P0001") // RAISE EXCEPTION in a trigger of ours.
        return {constraintError(message), Failure::Other};
    if (isOneOf(state, {"40001", "40P01"}))
        return unavailableProblem(u"another transaction was in the way"_s, Failure::Again);
    if (state == "55P03")
        return unavailableProblem(u"waited too long for another transaction"_s, Failure::LockWait);
    if (state == "57014")
        return unavailableProblem(u"the statement took too long and was ended"_s, Failure::Other);
    if (isOneOf(state, {"53", "58", "25006"})) // Disk or memory full, I/O error, a stand-by server.
        return unavailableProblem(u"PostgreSQL cannot do it now: "_s + message, Failure::Other);
    if (state == "22021")
        return {{ErrorCode::InvalidText, message, {}}, Failure::Other};
    // A table changed under a prepared statement, or somebody discarded it.
    if (isOneOf(state, {"0A000", "26000"}))
        return {{ErrorCode::Unavailable, message, {}}, Failure::Again, true};
    return {{ErrorCode::Internal, QString::fromLatin1(state) + u' ' + message, {}}, Failure::Other};
}

} // namespace tp::storage

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/audit/auditroutes.h"

#include "backend/audit/auditqueries.h"
#include "backend/contract/auditrow.h"
#include "backend/contract/page.h"
#include "backend/http/cursor.h"
#include "backend/http/router.h"

using namespace Qt::StringLiterals;

namespace tp::audit {

namespace {

using http::Answer;
using http::Call;
using http::Param;

Error badParameter(std::string_view name, const QString &complaint)
{
    return {ErrorCode::BadQuery,
            QString::fromLatin1(name.data(), qsizetype(name.size())) + complaint,
            {}};
}

/// Empty when it is left out. To leave it empty is to ask for nobody knows what.
Result<std::string> wordOf(const Call &call, std::string_view name)
{
    auto word = call.text(name);
    if (word && word->empty())
        return badParameter(name, u" is empty"_s);
    return std::move(word).value_or(std::string());
}

Result<qint64> momentOf(const Call &call, std::string_view name, qint64 otherwise)
{
    const auto text = call.text(name);
    if (!text)
        return otherwise;
    const auto time = contract::Time::parse(*text);
    if (!time)
        return badParameter(name, u" is no time of RFC 3339, as 2026-11-22T10:59:55.123Z"_s);
    return time->unixMs;
}

Result<AuditFilter> filterOf(const Call &call)
{
    AuditFilter filter;
    TP_TRY(filter.actor, wordOf(call, "actor"));
    TP_TRY(filter.action, wordOf(call, "action"));
    TP_TRY(filter.subject, wordOf(call, "subject"));
    TP_TRY(filter.fromMs, momentOf(call, "from", filter.fromMs));
    TP_TRY(filter.toMs, momentOf(call, "to", filter.toMs));
    return filter;
}

Result<qint64> placeInTrail(const Call &call)
{
    TP_TRY(const auto cursor, call.cursor(1));
    if (!cursor)
        return AuditQueries::Newest;
    TP_TRY(const qint64 seq, http::cursorNumber(cursor->at(0)));
    if (seq < 1)
        return Error{ErrorCode::BadCursor, u"cursor is not one that this list gave"_s, {}};
    return seq;
}

Result<Answer> listAudit(const Call &call, storage::Snapshot &snapshot)
{
    TP_TRY(const qint64 before, placeInTrail(call));
    TP_TRY(const AuditFilter filter, filterOf(call));
    std::string body;
    contract::JsonWriter json(body);
    contract::PageWriter page(json);
    TP_TRY(const auto last, AuditQueries().writePage(snapshot, filter, before, call.limit(), json));
    page.end(last ? http::encodeCursor({std::to_string(*last)}) : std::string());
    return Answer::json(200, std::move(body));
}

} // namespace

void addAuditRoutes(http::Router &router)
{
    router.get("/api/audit")
        .summary(u"Who did what, newest first"_s)
        .tag(u"Audit"_s)
        .needs(Permission::AuditRead)
        .query({Param::text("actor", u"Only of this user or till"_s),
                Param::text("action", u"Only of this kind, as settings.changed"_s),
                Param::text("subject", u"Only what was done to this"_s),
                Param::text("from", u"From this moment on (RFC 3339)"_s),
                Param::text("to", u"Before this moment (RFC 3339)"_s)})
        .paged()
        .answersPage<contract::AuditRow>()
        .reads(listAudit);
}

} // namespace tp::audit

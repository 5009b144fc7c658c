// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orchestration/sagaqueries.h"

#include "backend/contract/jsonwriter.h"
#include "backend/contract/page.h"
#include "backend/saga/steptext.h"

using namespace Qt::StringLiterals;

namespace tp::orchestration {

namespace {

using contract::JsonWriter;

// clang-format off
#define TP_SAGA_ROWS                                                                               \
    "SELECT id, kind, subject_id, state, step, steps, next_retry_at, created_at, updated_at "      \
    "FROM saga_list WHERE "
#define TP_SAGA_ORDER " AND id < $2 ORDER BY id DESC LIMIT $3"
constexpr std::string_view OfState = TP_SAGA_ROWS "state = $1" TP_SAGA_ORDER;
constexpr std::string_view OfOtherStates = TP_SAGA_ROWS "state <> $1" TP_SAGA_ORDER;
constexpr std::string_view OfId = TP_SAGA_ROWS "id = $1";
#undef TP_SAGA_ROWS
#undef TP_SAGA_ORDER
// clang-format on

/// Behind every id: they begin with a hexadecimal digit.
constexpr std::string_view BehindAll = "g";
constexpr std::string_view Stuck = "stuck";

void writeTime(JsonWriter &json, std::string_view key, qint64 unixMs)
{
    json.key(key);
    if (unixMs == 0)
        json.null();
    else
        json.time(unixMs);
}

void writeStep(JsonWriter &json, const saga::NamedStep &step)
{
    const saga::StepRecord &record = step.record;
    json.beginObject().key("name").string(step.name);
    json.key("state").string(saga::nameOf(record.state));
    json.key("attempts").integer(record.attempts);
    writeTime(json, "started_at", record.startedAtMs);
    writeTime(json, "finished_at", record.finishedAtMs);
    json.key("error");
    if (record.error)
        json.string(QString::fromStdString(record.error->code) + u": "_s + record.error->detail);
    else
        json.null();
    json.endObject();
}

Result<void> writeSaga(JsonWriter &json, const storage::Rows &row)
{
    TP_TRY(const QList<saga::NamedStep> steps, saga::stepsOfText(row.text(5)));
    const std::string_view state = row.text(3);
    const qint64 step = row.integer(4);
    const bool isOver = state == "completed" || state == "compensated";
    const bool isAtStep = !isOver && step >= 0 && step < steps.size();
    json.beginObject().key("id").string(row.text(0)).key("kind").string(row.text(1));
    json.key("order_id").string(row.text(2)).key("state").string(state);
    json.key("step").string(isAtStep ? std::string_view(steps[step].name) : std::string_view());
    json.key("steps").beginArray();
    for (const saga::NamedStep &one : steps)
        writeStep(json, one);
    json.endArray();
    writeTime(json, "next_retry_at", row.integer(6));
    json.key("created_at").time(row.integer(7)).key("updated_at").time(row.integer(8)).endObject();
    return {};
}

/// Appends rows until the page is full; what is left to be shown of it.
Result<int> writeRows(JsonWriter &json, storage::Rows rows, int room, std::string &lastId)
{
    while (rows.next()) {
        if (room-- == 0)
            return -1; // There is more.
        TP_CHECK(writeSaga(json, rows));
        lastId = rows.text(0);
    }
    TP_CHECK(rows.finish());
    return room;
}

} // namespace

Result<std::string> SagaQueries::list(storage::Session &session,
                                      const std::optional<std::string> &state,
                                      const std::optional<After> &after, int limit,
                                      std::string (*cursorOf)(const After &))
{
    std::string out;
    JsonWriter json(out);
    contract::PageWriter page(json);
    After last = after.value_or(After{true, std::string(BehindAll)});
    int room = limit;
    if (state || last.isStuck) {
        const std::string_view wanted = state ? std::string_view(*state) : Stuck;
        TP_TRY(room,
               writeRows(json, session.query(OfState, {wanted, last.id, room + 1}), room, last.id));
        if (room >= 0 && !state)
            last = {false, std::string(BehindAll)};
    }
    if (!state && !last.isStuck) {
        const std::string begin = last.id;
        TP_TRY(room, writeRows(json, session.query(OfOtherStates, {Stuck, begin, room + 1}), room,
                               last.id));
    }
    page.end(room < 0 ? cursorOf(last) : std::string());
    return out;
}

Result<std::string> SagaQueries::one(storage::Session &session, SagaId id)
{
    std::string out;
    JsonWriter json(out);
    auto rows = session.query(OfId, {id});
    if (!rows.next()) {
        TP_CHECK(rows.finish());
        return Error{ErrorCode::NotFound, u"there is no such saga"_s, {}};
    }
    TP_CHECK(writeSaga(json, rows));
    TP_CHECK(rows.finish());
    return out;
}

} // namespace tp::orchestration

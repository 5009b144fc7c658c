// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/saga/sagastore.h"

#include "backend/saga/steptext.h"

using namespace Qt::StringLiterals;

namespace tp::saga {

namespace {

// clang-format off
#define TP_DUE_SAGAS                                                                               \
    "SELECT id, fence, version, leased_by, due_at FROM sagas WHERE due_at <= $1 "                  \
    "ORDER BY due_at, id LIMIT $2"
constexpr std::string_view DueSqlite = TP_DUE_SAGAS;
constexpr std::string_view DuePostgres = TP_DUE_SAGAS " FOR UPDATE SKIP LOCKED";
#undef TP_DUE_SAGAS
// clang-format on

std::string_view dueSqlOf(storage::Dialect dialect)
{
    return dialect == storage::Dialect::Postgres ? DuePostgres : DueSqlite;
}

QString textAt(const storage::Rows &row, int column)
{
    const std::string_view text = row.text(column);
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

std::optional<std::string> ownerIn(const Lease &lease)
{
    return lease.owner.empty() ? std::nullopt : std::optional(std::string(lease.owner));
}

std::optional<std::string> codeOf(const Record &record)
{
    return record.failure ? std::optional(record.failure->code) : std::nullopt;
}

std::optional<QString> detailOf(const Record &record)
{
    return record.failure ? std::optional(plainDetail(record.failure->detail)) : std::nullopt;
}

Error movedOn()
{
    return {ErrorCode::StaleVersion, u"the saga has moved on, or is another backend's"_s, {}};
}

/// phase, state, step, steps, tries, deadline_at, failure_code, failure_detail from `first` on.
Result<Record> recordIn(const storage::Rows &row, int first)
{
    Record record;
    const auto phase = phaseNamed(row.text(first));
    if (!phase)
        return Error{ErrorCode::Internal, u"a saga's phase cannot be read"_s, {}};
    record.phase = *phase;
    record.isStuck = row.text(first + 1) == nameOf(SagaState::Stuck);
    record.step = int(row.integer(first + 2));
    TP_TRY(const QList<NamedStep> steps, stepsOfText(row.text(first + 3)));
    for (const NamedStep &step : steps)
        record.steps.append(step.record);
    record.tries = int(row.integer(first + 4));
    record.deadlineMs = row.integer(first + 5);
    if (!row.isNull(first + 6))
        record.failure = Failure{std::string(row.text(first + 6)), textAt(row, first + 7)};
    return record;
}

} // namespace

Result<void> SagaStore::insert(storage::UnitOfWork &work, const Definition &definition,
                               const Saga &saga, const Lease &lease)
{
    const Record &record = saga.record;
    TP_CHECK(work.execute(
        "INSERT INTO sagas (id, kind, definition, subject_id, data, state, phase, step, steps, "
        "tries, deadline_at, failure_code, failure_detail, fence, leased_by, due_at, version, "
        "created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, "
        "$14, $15, $16, $17, $18, $18)",
        {saga.id, saga.kind, saga.definition, saga.subject, saga.data, nameOf(stateOf(record)),
         nameOf(record.phase), record.step, textOfSteps(definition, record.steps), record.tries,
         record.deadlineMs, codeOf(record), detailOf(record), saga.fence, ownerIn(lease),
         lease.dueAtMs, saga.version, work.nowMs()}));
    return {};
}

Result<Saga> SagaStore::find(storage::Session &session, SagaId id)
{
    auto rows = session.query("SELECT kind, definition, subject_id, data, phase, state, step, "
                              "steps, tries, deadline_at, failure_code, failure_detail, fence, "
                              "version FROM sagas WHERE id = $1",
                              {id});
    if (!rows.next()) {
        TP_CHECK(rows.finish());
        return Error{ErrorCode::NotFound, u"there is no such saga"_s, {}};
    }
    TP_TRY(Record record, recordIn(rows, 4));
    return Saga{id,
                std::string(rows.text(0)),
                int(rows.integer(1)),
                Uuid::parse(rows.text(2)).value_or(Uuid()),
                std::string(rows.text(3)),
                std::move(record),
                rows.integer(12),
                rows.integer(13)};
}

Result<Saga> SagaStore::findAt(storage::Session &session, const Place &place)
{
    TP_TRY(Saga saga, find(session, place.id));
    if (saga.fence != place.fence || saga.version != place.version)
        return movedOn();
    return saga;
}

Result<void> SagaStore::save(storage::UnitOfWork &work, const Definition &definition, Saga &saga,
                             const Lease &lease)
{
    const Record &record = saga.record;
    TP_TRY(const qint64 saved,
           work.execute("UPDATE sagas SET state = $4, phase = $5, step = $6, steps = $7, "
                        "tries = $8, deadline_at = $9, failure_code = $10, failure_detail = $11, "
                        "leased_by = $12, due_at = $13, version = version + 1, updated_at = $14 "
                        "WHERE id = $1 AND fence = $2 AND version = $3",
                        {saga.id, saga.fence, saga.version, nameOf(stateOf(record)),
                         nameOf(record.phase), record.step, textOfSteps(definition, record.steps),
                         record.tries, record.deadlineMs, codeOf(record), detailOf(record),
                         ownerIn(lease), lease.dueAtMs, work.nowMs()}));
    if (saved != 1)
        return movedOn();
    ++saga.version;
    return {};
}

Result<QList<SagaStore::Leased>> SagaStore::leaseDue(storage::UnitOfWork &work, const Lease &lease,
                                                     int max)
{
    const qint64 leaseMs = lease.dueAtMs.value_or(work.nowMs()) - work.nowMs();
    QList<Leased> all;
    auto rows = work.query(dueSqlOf(work.dialect()), {work.nowMs(), max});
    while (rows.next()) {
        const bool isLate = !rows.isNull(3) || work.nowMs() - rows.integer(4) >= leaseMs;
        all.append(
            {{SagaId::parse(rows.text(0)).value_or(SagaId()), rows.integer(1) + 1, rows.integer(2)},
             isLate});
    }
    TP_CHECK(rows.finish());
    for (const Leased &one : std::as_const(all))
        TP_CHECK(work.execute("UPDATE sagas SET fence = $2, leased_by = $3, due_at = $4 "
                              "WHERE id = $1",
                              {one.place.id, one.place.fence, ownerIn(lease), lease.dueAtMs}));
    return all;
}

Result<void> SagaStore::giveBack(storage::UnitOfWork &work, std::string_view owner)
{
    TP_CHECK(work.execute("UPDATE sagas SET leased_by = NULL, due_at = $2 WHERE leased_by = $1 "
                          "AND due_at IS NOT NULL",
                          {owner, work.nowMs()}));
    return {};
}

Result<void> SagaStore::giveBackOfOthers(storage::UnitOfWork &work, std::string_view owner)
{
    TP_CHECK(work.execute("UPDATE sagas SET leased_by = NULL, due_at = $2 WHERE leased_by <> $1 "
                          "AND due_at IS NOT NULL",
                          {owner, work.nowMs()}));
    return {};
}

Result<void> SagaStore::hasten(storage::UnitOfWork &work, SagaId id)
{
    TP_CHECK(work.execute("UPDATE sagas SET due_at = $2 WHERE id = $1 AND leased_by IS NULL "
                          "AND due_at > $2",
                          {id, work.nowMs()}));
    return {};
}

} // namespace tp::saga

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/registers/registerstore.h"

using namespace Qt::StringLiterals;

namespace tp::registers {

namespace {

/// Any number will do as long as all backends use it for this lock and nothing else.
constexpr qint64 RegistersLock = 7'400'012;

Result<void> inserted(const Result<qint64> &executed)
{
    if (executed)
        return {};
    const std::string constraint = storage::constraintOf(executed.error());
    if (constraint == "registers.code") {
        const QString detail = u"Another register has this code"_s;
        return Error{ErrorCode::CodeTaken, detail, {{u"/code"_s, ErrorCode::CodeTaken, detail}}};
    }
    if (constraint == "registers.id")
        return Error{ErrorCode::IdTaken, u"Another register has this id"_s, {}};
    return executed.error();
}

Result<bool> isThere(storage::Rows rows)
{
    const bool found = rows.next();
    TP_CHECK(rows.finish());
    return found;
}

} // namespace

Result<void> RegisterStore::lock(storage::UnitOfWork &work) const
{
    if (work.dialect() != storage::Dialect::Postgres)
        return {};
    auto rows = work.query("SELECT pg_advisory_xact_lock($1)", {RegistersLock});
    rows.next();
    return rows.finish();
}

Result<std::optional<Register>> RegisterStore::find(storage::UnitOfWork &work, RegisterId id) const
{
    auto rows = work.query("SELECT code, name, create_hash, version, created_at, updated_at "
                           "FROM registers WHERE id = $1",
                           {id});
    std::optional<Register> found;
    if (rows.next()) {
        found = Register{.id = id,
                         .code = QString::fromStdString(std::string(rows.text(0))),
                         .name = QString::fromStdString(std::string(rows.text(1))),
                         .createHash = std::string(rows.text(2)),
                         .version = rows.integer(3),
                         .createdAtMs = rows.integer(4),
                         .updatedAtMs = rows.integer(5)};
    }
    TP_CHECK(rows.finish());
    return found;
}

Result<bool> RegisterStore::isTaken(storage::UnitOfWork &work,
                                    const std::string &codeOrSeries) const
{
    TP_TRY(const bool isCode,
           isThere(work.query("SELECT 1 FROM registers WHERE code = $1", {codeOrSeries})));
    return isCode ? Result<bool>(true) : isSeriesUsed(work, codeOrSeries);
}

Result<void> RegisterStore::insert(storage::UnitOfWork &work, const Register &reg) const
{
    return inserted(work.execute("INSERT INTO registers (id, code, name, version, create_hash, "
                                 "created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                                 {reg.id, reg.code, reg.name, reg.version, reg.createHash,
                                  reg.createdAtMs, reg.updatedAtMs}));
}

Result<void> RegisterStore::update(storage::UnitOfWork &work, const Register &reg) const
{
    TP_CHECK(
        work.execute("UPDATE registers SET name = $2, version = $3, updated_at = $4 WHERE id = $1",
                     {reg.id, reg.name, reg.version, reg.updatedAtMs}));
    return {};
}

Result<qint64> RegisterStore::claims(storage::UnitOfWork &work, RegisterId id) const
{
    auto rows = work.query("SELECT COUNT(*) FROM tills WHERE register_id = $1", {id});
    const qint64 count = rows.next() ? rows.integer(0) : 0;
    TP_CHECK(rows.finish());
    return count;
}

Result<bool> RegisterStore::isSeriesUsed(storage::UnitOfWork &work, const std::string &series) const
{
    return isThere(work.query("SELECT 1 FROM tills WHERE series = $1", {series}));
}

Result<std::optional<TillId>> RegisterStore::currentTill(storage::UnitOfWork &work,
                                                         RegisterId id) const
{
    auto rows =
        work.query("SELECT id FROM tills WHERE register_id = $1 AND ended_at IS NULL", {id});
    std::optional<TillId> till;
    if (rows.next())
        till = TillId::parse(rows.text(0));
    TP_CHECK(rows.finish());
    return till;
}

Result<void> RegisterStore::endTill(storage::UnitOfWork &work, TillId id) const
{
    TP_CHECK(work.execute("UPDATE tills SET ended_at = $2 WHERE id = $1", {id, work.nowMs()}));
    return {};
}

Result<void> RegisterStore::insertTill(storage::UnitOfWork &work, const Till &till) const
{
    TP_CHECK(work.execute(
        "INSERT INTO tills (id, register_id, secret_hash, series, claimed_by, claimed_at) "
        "VALUES ($1, $2, $3, $4, $5, $6)",
        {till.id, till.registerId, till.secretHash, till.series,
         till.claimedBy.empty() ? storage::Value(std::nullopt) : storage::Value(till.claimedBy),
         till.claimedAtMs}));
    return {};
}

} // namespace tp::registers

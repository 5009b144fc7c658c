// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/registers/registerservice.h"

#include "backend/journal/auditlog.h"
#include "backend/kernel/secrettext.h"
#include "backend/registers/registerevents.h"
#include "backend/registers/registerstore.h"

using namespace Qt::StringLiterals;

namespace tp::registers {

namespace {

using storage::UnitOfWork;

Error atCode(ErrorCode whole, ErrorCode member, const QString &detail)
{
    return {whole, detail, {{u"/code"_s, member, detail}}};
}

Result<void> checkCode(UnitOfWork &work, const QString &code)
{
    if (!isRegisterCode(code)) {
        return atCode(ErrorCode::InvalidBody, ErrorCode::InvalidText,
                      u"A code is 1 to 8 capital letters and digits"_s);
    }
    TP_TRY(const bool isTaken, RegisterStore().isTaken(work, code.toStdString()));
    if (isTaken || code == QLatin1StringView(WebSeries)) {
        return atCode(ErrorCode::CodeTaken, ErrorCode::CodeTaken,
                      u"Numbers of something else begin with this code"_s);
    }
    return {};
}

/// The next series that is neither a code of another register nor was ever used.
Result<std::string> nextSeries(UnitOfWork &work, const Register &reg)
{
    const RegisterStore store;
    const std::string code = reg.code.toStdString();
    TP_TRY(const qint64 claims, store.claims(work, reg.id));
    if (claims == 0)
        return code; // Nobody else could take it: it is a code.
    for (qint64 claim = claims + 1;; ++claim) {
        std::string series = seriesOf(code, claim);
        TP_TRY(const bool isTaken, store.isTaken(work, series));
        if (!isTaken)
            return series;
    }
}

/// `details` holds codes, ids and names of ours, so nothing in it needs an escape.
Result<void> auditRegister(UnitOfWork &work, const char *action, RegisterId id,
                           const QString &details, const Origin &origin)
{
    return journal::AuditLog::add(work, origin, {action, id.toString(), details.toStdString()});
}

} // namespace

RegisterService::RegisterService(Random &random, EndSessions endSessionsOf)
    : m_random(random)
    , m_endSessionsOf(std::move(endSessionsOf))
{}

Result<RegisterService::Created>
RegisterService::create(UnitOfWork &work, const NewRegister &wanted, const Origin &origin) const
{
    const RegisterStore store;
    TP_CHECK(store.lock(work));
    if (wanted.id) {
        TP_TRY(const auto existing, store.find(work, *wanted.id));
        if (existing && existing->createHash == wanted.createHash)
            return Created{*wanted.id, false};
        if (existing)
            return Error{ErrorCode::IdTaken, u"Another register has this id"_s, {}};
    }
    TP_CHECK(checkCode(work, wanted.code));
    const Register reg{.id = wanted.id ? *wanted.id : RegisterId(work.newId()),
                       .code = wanted.code,
                       .name = wanted.name.isEmpty() ? wanted.code : wanted.name,
                       .createHash = wanted.createHash,
                       .version = 1,
                       .createdAtMs = work.nowMs(),
                       .updatedAtMs = work.nowMs()};
    TP_CHECK(store.insert(work, reg));
    TP_CHECK(RegisterEvents::tell(work, reg, contract::EventType::RegisterCreated));
    TP_CHECK(auditRegister(work, "register.created", reg.id, u"{\"code\":\"%1\"}"_s.arg(reg.code),
                           origin));
    return Created{reg.id, true};
}

Result<Register> RegisterService::held(UnitOfWork &work, RegisterId id) const
{
    TP_CHECK(RegisterStore().lock(work));
    TP_TRY(auto found, RegisterStore().find(work, id));
    if (!found)
        return Error{ErrorCode::NotFound, u"There is no such register"_s, {}};
    return std::move(*found);
}

Result<void> RegisterService::rename(UnitOfWork &work, RegisterId id, const QString &name,
                                     const Origin &origin) const
{
    TP_TRY(Register reg, held(work, id));
    if (reg.name == name)
        return {};
    reg.name = name;
    reg.version += 1;
    reg.updatedAtMs = work.nowMs();
    TP_CHECK(RegisterStore().update(work, reg));
    TP_CHECK(RegisterEvents::tell(work, reg, contract::EventType::RegisterChanged));
    return auditRegister(work, "register.changed", id, u"{\"changed\":[\"name\"]}"_s, origin);
}

Result<RegisterService::Claim> RegisterService::claim(UnitOfWork &work, RegisterId id,
                                                      const Origin &origin) const
{
    const RegisterStore store;
    TP_TRY(const Register reg, held(work, id));
    TP_TRY(std::string series, nextSeries(work, reg));
    TP_TRY(const auto before, store.currentTill(work, id));
    if (before) {
        TP_CHECK(store.endTill(work, *before));
        TP_CHECK(m_endSessionsOf(work, *before));
    }
    const std::string secret = newSecret(m_random);
    const Till till{.id = TillId(work.newId()),
                    .registerId = id,
                    .secretHash = secretHash(secret),
                    .series = std::move(series),
                    .claimedBy = origin.actor,
                    .claimedAtMs = work.nowMs()};
    TP_CHECK(store.insertTill(work, till));
    TP_CHECK(RegisterEvents::tell(work, reg, contract::EventType::RegisterClaimed));
    TP_CHECK(auditRegister(work, "register.claimed", id,
                           u"{\"till_id\":\"%1\",\"series\":\"%2\"}"_s.arg(
                               till.id.toQString(), QString::fromStdString(till.series)),
                           origin));
    return Claim{.tillId = till.id,
                 .code = reg.code,
                 .secret = secret,
                 .series = till.series,
                 .nextNumber = 1};
}

} // namespace tp::registers

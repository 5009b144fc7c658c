// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/registers/registerroutes.h"

#include "backend/contract/page.h"
#include "backend/contract/register.h"
#include "backend/http/cursor.h"
#include "backend/http/router.h"
#include "backend/registers/registerqueries.h"
#include "backend/registers/registerservice.h"
#include "backend/registers/staffqueries.h"

using namespace Qt::StringLiterals;

namespace tp::registers {

namespace {

using http::Answer;
using http::Call;
using storage::Snapshot;
using storage::UnitOfWork;

Result<Answer> listRegisters(const Call &call, Snapshot &snapshot)
{
    TP_TRY(const auto cursor, call.cursor(1));
    const std::string after = cursor ? cursor->at(0) : std::string();
    std::string body;
    contract::JsonWriter json(body);
    contract::PageWriter page(json);
    TP_TRY(const auto last, RegisterQueries().writePage(snapshot, after, call.limit(), json));
    page.end(last ? http::encodeCursor({*last}) : std::string());
    return Answer::json(200, std::move(body));
}

Result<Answer> shownRegister(storage::Session &session, RegisterId id, int status)
{
    std::string body;
    contract::JsonWriter json(body);
    TP_TRY(std::string etag, RegisterQueries().write(session, id, json));
    return Answer::json(status, std::move(body)).withEtag(std::move(etag));
}

Result<void> checkReadOnlyRegister(const contract::ReadOnlyMembers &sent, RegisterId id,
                                   UnitOfWork &work)
{
    if (sent.empty())
        return {};
    TP_TRY(const Answer shown, shownRegister(work, id, 200));
    TP_TRY(const contract::JsonValue current, contract::parseJson(shown.body));
    return contract::unchanged(sent, current);
}

Result<Answer> createRegister(const RegisterService &registers, const Call &call,
                              const contract::NewRegister &body, UnitOfWork &work)
{
    TP_TRY(const auto created,
           registers.create(
               work,
               {.id = body.id, .code = body.code, .name = body.name, .createHash = call.bodyHash()},
               call.origin()));
    TP_TRY(Answer answer, shownRegister(work, created.id, created.isNew ? 201 : 200));
    return std::move(answer).withLocation("/api/registers/" + created.id.toString());
}

Result<Answer> changeRegister(const RegisterService &registers, const Call &call,
                              const contract::ChangeRegister &body, UnitOfWork &work)
{
    const auto id = call.pathId<RegisterId>("id");
    TP_TRY(const Register before, registers.held(work, id));
    TP_CHECK(call.requireMatch(before.version));
    TP_CHECK(checkReadOnlyRegister(body.readOnly, id, work));
    if (body.name)
        TP_CHECK(registers.rename(work, id, *body.name.to, call.origin()));
    return shownRegister(work, id, 200);
}

Result<Answer> claimRegister(const RegisterService &registers, const Call &call, UnitOfWork &work)
{
    const auto id = call.pathId<RegisterId>("id");
    TP_TRY(const auto claim, registers.claim(work, id, call.origin()));
    return Answer::json(
        201, contract::TillClaim::object().toJson({.tillId = claim.tillId,
                                                   .registerId = id,
                                                   .code = claim.code,
                                                   .secret = QString::fromStdString(claim.secret),
                                                   .series = QString::fromStdString(claim.series),
                                                   .nextNumber = claim.nextNumber}));
}

Result<Answer> listStaff(const Call &call, Snapshot &snapshot)
{
    const StaffQueries staff;
    const std::string *secret = call.request().header("x-till-secret");
    TP_CHECK(staff.admit(snapshot, call.pathId<RegisterId>("id"), secret ? *secret : ""));
    TP_TRY(const auto cursor, call.cursor(2));
    StaffQueries::After after;
    if (cursor)
        after = {cursor->at(0), cursor->at(1)};
    std::string body;
    contract::JsonWriter json(body);
    contract::PageWriter page(json);
    TP_TRY(const auto last, staff.writePage(snapshot, after, call.limit(), json));
    page.end(last ? http::encodeCursor({last->nameKey, last->id}) : std::string());
    return Answer::json(200, std::move(body));
}

void addRegisterReading(http::Router &router)
{
    router.get("/api/registers")
        .summary(u"Where one sells, by code"_s)
        .tag(u"Registers"_s)
        .needs(Permission::RegistersManage)
        .paged()
        .answersPage<contract::Register>()
        .quick(listRegisters);

    router.get("/api/registers/{id}")
        .summary(u"One register"_s)
        .tag(u"Registers"_s)
        .needs(Permission::RegistersManage)
        .answers<contract::Register>(200)
        .quick([](const Call &call, Snapshot &snapshot) {
            return shownRegister(snapshot, call.pathId<RegisterId>("id"), 200);
        });

    router.get("/api/registers/{id}/staff")
        .summary(u"Who may sign in at this till, by name"_s)
        .description(u"For the till that has claimed the register: asks X-Till-Secret in place of "
                     "a token. Shows whoever is more than a customer and may sign in."_s)
        .tag(u"Registers"_s)
        .openToTills()
        .paged()
        .answersPage<contract::StaffTile>()
        .quick(listStaff);
}

} // namespace

void addRegisterRoutes(http::Router &router, const RegisterService &registers)
{
    addRegisterReading(router);

    router.post("/api/registers")
        .summary(u"Add a register"_s)
        .description(u"Its code begins the numbers of its receipts and stands for ever; one that "
                     "begins other numbers already is taken. 200 when the same body created it "
                     "before."_s)
        .tag(u"Registers"_s)
        .needs(Permission::RegistersManage)
        .answers<contract::Register>(201)
        .answers<contract::Register>(200)
        .problems({ErrorCode::IdTaken, ErrorCode::CodeTaken})
        .writes<contract::NewRegister>(
            [&registers](const Call &call, const contract::NewRegister &body, UnitOfWork &work) {
                return createRegister(registers, call, body, work);
            });

    router.put("/api/registers/{id}")
        .summary(u"Rename a register"_s)
        .tag(u"Registers"_s)
        .needs(Permission::RegistersManage)
        .answers<contract::Register>(200)
        .problems({ErrorCode::ReadOnly})
        .writes<contract::ChangeRegister>(
            [&registers](const Call &call, const contract::ChangeRegister &body, UnitOfWork &work) {
                return changeRegister(registers, call, body, work);
            });

    router.post("/api/registers/{id}/claim")
        .summary(u"Make this computer the register"_s)
        .description(u"Ends the till that was it, with its sessions, and opens the next series of "
                     "numbers, so that none is ever given twice. The answer holds a secret that "
                     "is shown this once and kept hashed, so an Idempotency-Key is not honoured "
                     "here, because the answer would have to be stored: after a lost answer claim "
                     "again."_s)
        .tag(u"Registers"_s)
        .needs(Permission::RegistersManage)
        .withoutIdempotencyKey()
        .answers<contract::TillClaim>(201)
        .writes([&registers](const Call &call, UnitOfWork &work) {
            return claimRegister(registers, call, work);
        });
}

} // namespace tp::registers

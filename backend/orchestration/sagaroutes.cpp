// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orchestration/sagaroutes.h"

#include "backend/contract/jsonwriter.h"
#include "backend/contract/saga.h"
#include "backend/http/cursor.h"
#include "backend/http/router.h"
#include "backend/journal/auditlog.h"
#include "backend/orchestration/sagaqueries.h"
#include "backend/saga/sagaengine.h"

using namespace Qt::StringLiterals;

namespace tp::orchestration {

namespace {

using http::Answer;
using http::Call;
using http::Param;
using saga::SagaEngine;

/// What a person decides about a saga that is stuck.
using SagaVerb = Result<std::string> (SagaEngine::*)(storage::UnitOfWork &, SagaId) const;

std::string sagaCursor(const SagaQueries::After &after)
{
    return http::encodeCursor({after.isStuck ? "stuck" : "other", after.id});
}

Result<Answer> listSagas(const Call &call, storage::Snapshot &snapshot)
{
    TP_TRY(const auto cursor, call.cursor(2));
    std::optional<SagaQueries::After> after;
    if (cursor)
        after = SagaQueries::After{cursor->at(0) == "stuck", cursor->at(1)};
    TP_TRY(std::string page,
           SagaQueries::list(snapshot, call.text("state"), after, call.limit(), sagaCursor));
    return Answer::json(200, std::move(page));
}

Result<Answer> decideAboutSaga(const SagaEngine &engine, SagaVerb verb, const std::string &action,
                               const Call &call, storage::UnitOfWork &work)
{
    const auto id = call.pathId<SagaId>("id");
    TP_TRY(const std::string step, (engine.*verb)(work, id));
    std::string details;
    contract::JsonWriter(details).beginObject().key("step").string(step).endObject();
    TP_CHECK(journal::AuditLog::add(work, call.origin(), {action, id.toString(), details}));
    TP_TRY(std::string saga, SagaQueries::one(work, id));
    return Answer::json(200, std::move(saga));
}

void addSagaReading(http::Router &router)
{
    router.get("/sagas")
        .summary(u"What makes orders happen: those that ask for a person, then the newest"_s)
        .tag(u"Orchestration"_s)
        .needs(Permission::SagasRead)
        .query({Param::choice("state", u"Only those that stand so"_s,
                              {u"running"_s, u"waiting"_s, u"compensating"_s, u"completed"_s,
                               u"compensated"_s, u"stuck"_s})})
        .paged()
        .answersPage<contract::Saga>()
        .quick(listSagas);

    router.get("/sagas/{id}")
        .summary(u"One saga, with each of its steps"_s)
        .tag(u"Orchestration"_s)
        .needs(Permission::SagasRead)
        .answers<contract::Saga>(200)
        .quick([](const Call &call, storage::Snapshot &snapshot) -> Result<Answer> {
            TP_TRY(std::string saga, SagaQueries::one(snapshot, call.pathId<SagaId>("id")));
            return Answer::json(200, std::move(saga));
        });
}

} // namespace

void addSagaRoutes(http::Router &router, const SagaEngine &engine)
{
    addSagaReading(router);

    router.post("/sagas/{id}/retry")
        .summary(u"Have a stuck saga try its step again"_s)
        .description(u"409 illegal_transition where it does not ask for a person."_s)
        .tag(u"Orchestration"_s)
        .needs(Permission::SagasOperate)
        .answers<contract::Saga>(200)
        .problems({ErrorCode::IllegalTransition, ErrorCode::NotImplemented})
        .writes([&engine](const Call &call, storage::UnitOfWork &work) {
            return decideAboutSaga(engine, &SagaEngine::retry, "saga.retried", call, work);
        });

    router.post("/sagas/{id}/abandon")
        .summary(u"Have a stuck saga go on without its step"_s)
        .description(u"Say so when you have seen to the step yourself. At the step that takes the "
                     "money it means to turn back. 409 illegal_transition where it does not ask "
                     "for a person."_s)
        .tag(u"Orchestration"_s)
        .needs(Permission::SagasOperate)
        .answers<contract::Saga>(200)
        .problems({ErrorCode::IllegalTransition, ErrorCode::NotImplemented})
        .writes([&engine](const Call &call, storage::UnitOfWork &work) {
            return decideAboutSaga(engine, &SagaEngine::abandon, "saga.abandoned", call, work);
        });
}

} // namespace tp::orchestration

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/payments/testgatewayroutes.h"

#include "backend/contract/page.h"
#include "backend/contract/payment.h"
#include "backend/http/cursor.h"
#include "backend/http/router.h"
#include "backend/payments/testgatewayqueries.h"
#include "backend/payments/testgatewayservice.h"

using namespace Qt::StringLiterals;

namespace tp::payments {

namespace {

using http::Answer;
using http::Call;

Result<qint64> actsBegin(const Call &call)
{
    TP_TRY(const auto cursor, call.cursor(1));
    if (!cursor)
        return 0;
    return http::cursorNumber(cursor->front());
}

Result<Answer> listActs(const TestGatewayService *gateway, const Call &call)
{
    TP_TRY(const qint64 begin, actsBegin(call));
    if (!gateway) {
        return Error{ErrorCode::GatewayNotConfigured,
                     u"The test gateway is there with serve --test-gateway"_s,
                     {}};
    }
    std::string body;
    contract::JsonWriter json(body);
    contract::PageWriter page(json);
    Result<std::optional<qint64>> last = std::optional<qint64>();
    TP_CHECK(gateway->read([&](storage::Snapshot &books) {
        last = TestGatewayQueries().writeActs(books, begin, call.limit(), json);
    }));
    if (!last)
        return last.error();
    page.end(*last ? http::encodeCursor({std::to_string(**last)}) : std::string());
    return Answer::json(200, std::move(body));
}

} // namespace

void addTestGatewayRoutes(http::Router &router, const TestGatewayService *gateway)
{
    router.get("/test-gateway/ledger")
        .summary(u"What the test gateway did, oldest first, every act once"_s)
        .tag(u"Payments"_s)
        .needs(Permission::SettingsWrite)
        .paged()
        .answersPage<contract::GatewayAct>()
        .problems({ErrorCode::GatewayNotConfigured})
        // The shop's own snapshot is not asked: the books are another database.
        .reads(
            [gateway](const Call &call, storage::Snapshot &) { return listActs(gateway, call); });
}

} // namespace tp::payments

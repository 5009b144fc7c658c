// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/answer.h"
#include "backend/http/call.h"
#include "backend/storage/session.h"

#include <optional>
#include <string>

namespace tp::http {
class Router;
}

namespace tp::orders {

/// GET /orders, …/{id}, …/user/{user_id}, …/status/{status}, …/{id}/timeline, PUT …/{id},
/// POST …/{id}/fulfil and …/complete, GET /api/attention. What starts a saga is orchestration's.
void addOrderRoutes(http::Router &router);

/// Whoever may read only their own orders: their id.
std::optional<std::string> ownerOf(const http::Call &call);

/// One order as the caller may see it.
Result<http::Answer> orderAnswer(const http::Call &call, storage::Session &session, OrderId id,
                                 int status = 200);

} // namespace tp::orders

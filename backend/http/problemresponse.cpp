// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/problemresponse.h"

#include "backend/contract/problem.h"
#include "backend/http/statuses.h"

using namespace Qt::StringLiterals;

namespace tp::http {
namespace {

/// What the database says of itself, with paths and addresses, is for the log alone.
Error forStrangers(Error error)
{
    if (error.code == ErrorCode::Unavailable)
        error.detail = u"This cannot be done at the moment; try again"_s;
    return error;
}

} // namespace

Response refusalOf(const Error &error, std::string_view requestId)
{
    Response response;
    response.status = statusOf(error.code);
    response.contentType = contract::ProblemType;

    const auto problem =
        contract::Problem::of(forStrangers(error), response.status,
                              QString::fromUtf8(requestId.data(), qsizetype(requestId.size())));
    contract::JsonWriter json(response.body);
    contract::Problem::object().write(problem, json);

    if (response.status == 401)
        response.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"tradepost\"");
    if (response.status == 503 || response.status == 429)
        response.headers.emplace_back("Retry-After",
                                      std::to_string(std::max(1, error.retryAfterS)));
    return response;
}

} // namespace tp::http

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/api/answer.h"

#include "backend/contract/problem.h"

namespace tp::api {

using namespace Qt::StringLiterals;

namespace {

ErrorCode codeOf(int status)
{
    struct Row
    {
        int status;
        ErrorCode code;
    };
    // clang-format off
    static constexpr Row rows[] = {
        {400, ErrorCode::BadRequest},
        {401, ErrorCode::Unauthorized},
        {403, ErrorCode::Forbidden},
        {404, ErrorCode::NotFound},
        {405, ErrorCode::MethodNotAllowed},
        {408, ErrorCode::RequestTimeout},
        {409, ErrorCode::Conflict},
        {412, ErrorCode::StaleVersion},
        {413, ErrorCode::BodyTooLarge},
        {415, ErrorCode::UnsupportedMediaType},
        {422, ErrorCode::InvalidBody},
        {429, ErrorCode::TooManyRequests},
        {502, ErrorCode::Unavailable},
        {503, ErrorCode::Unavailable},
        {504, ErrorCode::Unavailable},
    };
    // clang-format on
    for (const Row &row : rows) {
        if (row.status == status)
            return row.code;
    }
    return ErrorCode::Internal;
}

bool isOfType(const QByteArray &contentType, QByteArrayView wanted)
{
    const QByteArray type = contentType.split(';').first().trimmed();
    return type.compare(wanted, Qt::CaseInsensitive) == 0;
}

Error refusal(const HttpAnswer &answer)
{
    const Error byStatus{
        codeOf(answer.status), u"HTTP status %1"_s.arg(answer.status), {}, answer.retryAfterS};
    if (!isOfType(answer.contentType, contract::ProblemType))
        return byStatus;
    const auto problem = contract::Problem::object().parse(
        {answer.body.constData(), std::size_t(answer.body.size())});
    if (!problem)
        return byStatus;
    Error error = problem->toError();
    error.retryAfterS = answer.retryAfterS;
    return error;
}

} // namespace

Result<contract::JsonValue> readAnswer(const HttpAnswer &answer)
{
    if (answer.status < 200 || answer.status > 299)
        return refusal(answer);
    if (answer.status == 204)
        return contract::JsonValue();
    if (!isOfType(answer.contentType, "application/json")) {
        return Error{ErrorCode::Internal,
                     u"the answer is '%1', not JSON"_s.arg(
                         QString::fromLatin1(answer.contentType.left(100))),
                     {}};
    }
    auto json = contract::parseJson({answer.body.constData(), std::size_t(answer.body.size())});
    if (!json)
        return brokenContract(json.error());
    return json;
}

Error brokenContract(const Error &whileReading)
{
    const QString where =
        whileReading.fields.isEmpty() ? QString() : whileReading.fields.first().pointer;
    return {ErrorCode::Internal,
            u"the answer breaks the contract: %1 %2"_s.arg(where, whileReading.detail),
            {}};
}

} // namespace tp::api

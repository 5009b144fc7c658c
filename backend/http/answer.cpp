// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/answer.h"

namespace tp::http {

Answer Answer::json(int status, std::string body)
{
    Answer answer;
    answer.status = status;
    answer.contentType = "application/json";
    answer.body = std::move(body);
    return answer;
}

Answer Answer::nothing(int status)
{
    Answer answer;
    answer.status = status;
    return answer;
}

Answer Answer::refused(Error error)
{
    Answer answer;
    answer.refusal = std::move(error);
    return answer;
}

Answer Answer::bytes(std::string_view contentType, std::string body)
{
    Answer answer;
    answer.contentType = contentType;
    answer.body = std::move(body);
    return answer;
}

Answer &&Answer::withEtag(std::string value) &&
{
    etag = std::move(value);
    return std::move(*this);
}

Answer &&Answer::withLocation(std::string value) &&
{
    location = std::move(value);
    return std::move(*this);
}

Answer &&Answer::withCacheControl(std::string value) &&
{
    cacheControl = std::move(value);
    return std::move(*this);
}

Answer &&Answer::withCookie(std::string value) &&
{
    setCookie = std::move(value);
    return std::move(*this);
}

Answer &&Answer::awaiting(Uuid begun) &&
{
    awaits = begun;
    return std::move(*this);
}

} // namespace tp::http

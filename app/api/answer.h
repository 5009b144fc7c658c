// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/jsonvalue.h"
#include "backend/kernel/result.h"

#include <QByteArray>

namespace tp::api {

/// What came over the wire for one request.
struct HttpAnswer
{
    int status = 0;
    QByteArray contentType;
    QByteArray body;
    int retryAfterS = 0; ///< Retry-After in seconds (RFC 9110, 10.2.3); 0: not said.
};

/// The JSON of a success (null for 204), or what the server refused and why. What is neither our
/// JSON nor our problem+json (RFC 9457), as from a proxy in between, is judged by its status.
Result<contract::JsonValue> readAnswer(const HttpAnswer &answer);

/// An answer that breaks the contract is nobody's bad input: Internal, with where it breaks.
Error brokenContract(const Error &whileReading);

/// The answer as the contract has it, or what the server refused.
template <typename T>
Result<T> readAs(const Result<contract::JsonValue> &answer)
{
    if (!answer)
        return answer.error();
    auto value = T::object().read(answer.value());
    if (!value)
        return brokenContract(value.error());
    return value;
}

} // namespace tp::api

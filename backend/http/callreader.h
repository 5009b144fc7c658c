// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/call.h"
#include "backend/http/route.h"

namespace tp::http {

/// Checks a request against what its route declares, before any handler sees it: the parts of the
/// path, the query, the kind of body, the body itself.
class CallReader
{
public:
    /// BadId or BadQuery, with every wrong parameter named.
    static Result<void> readAddress(Call &call, const Route &route, Call::Pairs pathParts);

    /// UnsupportedMediaType, MalformedJson, InvalidBody. Sets the call's body hash, by `secretKey`
    /// where the body holds a secret. The body is null for a route that takes bytes or nothing.
    static Result<AnyBody> readBody(Call &call, const Route &route, const std::string &secretKey);

    /// UnsupportedMediaType, from the head alone.
    static Result<void> checkMediaType(const RequestHead &head, const Route &route);
};

} // namespace tp::http

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"
#include "backend/kernel/uuid.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace tp::http {

/// What a handler says when it succeeded. Refusals are Errors; one whose effects are to stay (a
/// wrong password that was counted) is an Answer too.
struct Answer
{
    int status = 200;
    std::string contentType;
    std::string body;
    std::string etag;             ///< Without quotes; empty: none.
    std::string location;         ///< Of what was created.
    std::string cacheControl;     ///< Empty: no-store, as for everything that a token may guard.
    std::string csp;              ///< A content security policy of its own, for pages.
    std::string setCookie;        ///< As RFC 6265 writes it; empty: none.
    std::optional<Error> refusal; ///< Answered in place of all above.

    /// What it began and has not ended yet. The route's outcome handler is asked once that has
    /// ended; this is the answer only where it takes longer than the caller waits.
    std::optional<Uuid> awaits;
    std::function<void()> onCommitted; ///< Called once what it did is on disk; may be empty.

    static Answer json(int status, std::string body);
    static Answer nothing(int status = 204);
    static Answer refused(Error error);
    static Answer bytes(std::string_view contentType, std::string body);

    Answer &&withEtag(std::string value) &&;
    Answer &&withLocation(std::string value) &&;
    Answer &&withCacheControl(std::string value) &&;
    Answer &&withCookie(std::string value) &&;
    Answer &&awaiting(Uuid begun) &&;
};

} // namespace tp::http

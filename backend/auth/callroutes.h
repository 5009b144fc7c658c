// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/act.h"
#include "backend/auth/signinservice.h"
#include "backend/http/answer.h"
#include "backend/http/call.h"
#include "backend/http/param.h"

namespace tp::auth {

// What the routes of sign-in have in common.

Act actOf(const http::Call &call);

/// Whose account the token is for; nil for a till's.
UserId userOf(const http::Call &call);

/// Forbidden for a till, which is nobody.
Result<UserId> personOf(const http::Call &call);

/// ?cookie=true: the refresh token goes into a cookie that scripts cannot read.
http::Param cookieParam();

/// The session, and where it was asked for, or its token came in one, the cookie.
Result<http::Answer> sessionAnswer(const http::Call &call, int status, const Opened &opened,
                                   storage::Session &session, bool isCookie = false);

/// The refresh token that a browser sent by itself.
std::optional<std::string> cookieToken(const http::Call &call);

/// Makes the browser forget it.
std::string endedCookie();

} // namespace tp::auth

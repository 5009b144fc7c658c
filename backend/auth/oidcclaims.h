// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/jwt.h"
#include "backend/auth/oidcissuer.h"
#include "backend/auth/oidcuser.h"

namespace tp::auth {

/// Whose token it is, by its claims (OpenID Connect Core 1.0, 5.1). An e-mail counts only when the
/// issuer says that it has verified it. Unauthorized when it names nobody.
Result<OidcAccount> accountOf(const Jwt &jwt, const OidcIssuer &issuer);

} // namespace tp::auth

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/oidcissuer.h"
#include "backend/daemon/configuration.h"

#include <vector>

namespace tp::daemon {

/// The issuers of OpenID Connect that the settings name, those in Auth0's own variables
/// (Auth0__Domain and Auth0__Audience, or AUTH0_DOMAIN and AUTH0_AUDIENCE) too. The first that
/// cannot be right is refused with the place that it came from.
Result<std::vector<auth::OidcIssuer>> oidcIssuersOf(const Configuration &configuration);

} // namespace tp::daemon

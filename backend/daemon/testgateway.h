// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/daemon/serve.h"
#include "backend/payments/testgatewayservice.h"

namespace tp::daemon {

/// The test gateway of the shop in `database`, which knows who it is by now; null where none is
/// wanted.
Result<std::unique_ptr<payments::TestGatewayService>> openTestGateway(const ServeOptions &options,
                                                                      storage::Database &database,
                                                                      const Clock &clock,
                                                                      Random &random);

} // namespace tp::daemon

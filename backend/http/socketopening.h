// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/authenticator.h"
#include "backend/http/exchange.h"
#include "backend/storage/database.h"

#include <memory>
#include <string>

namespace tp::http {

/// Answers a request for a WebSocket: 101 with the guest that its route gives, on a reader's
/// thread, or why not. The socket ends with the rights of `token`. Both outlive it.
void openSocket(const std::shared_ptr<Exchange> &exchange, storage::Database &database,
                Authenticator &authenticator, const std::string &token);

} // namespace tp::http

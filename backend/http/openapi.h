// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <string>

namespace tp::http {

class Router;

/// The contract as OpenAPI 3.1, made from the table of routes: what is not declared there is not
/// in here, and the other way round. `version` is the program's.
std::string openApiOf(const Router &router, const QString &version);

} // namespace tp::http

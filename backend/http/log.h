// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

#include <string>

namespace tp::http {

struct Response;

Q_DECLARE_LOGGING_CATEGORY(httpLog)

/// A request that ended in our own fault, by the id that its answer names.
void logFailure(const Response &answer, const std::string &why);

} // namespace tp::http

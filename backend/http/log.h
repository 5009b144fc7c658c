// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

namespace tp::http {

Q_DECLARE_LOGGING_CATEGORY(httpLog)

} // namespace tp::http

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

namespace tp::saga {

Q_DECLARE_LOGGING_CATEGORY(lcSaga)

} // namespace tp::saga

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

namespace tp::storage {

Q_DECLARE_LOGGING_CATEGORY(lcStorage)

} // namespace tp::storage

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

namespace tp::events {

Q_DECLARE_LOGGING_CATEGORY(lcEvents)

} // namespace tp::events

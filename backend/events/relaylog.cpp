// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/events/relaylog.h"

namespace tp::events {

Q_LOGGING_CATEGORY(lcEvents, "tp.events")

} // namespace tp::events

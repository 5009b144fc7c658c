// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/origin.h"
#include "backend/saga/sagastep.h"

#include <QString>

#include <string>

namespace tp::orchestration {

/// What every saga of an order remembers of the request that began it, as a JSON object.
std::string sagaData(const Origin &origin, const QString &series);

Origin originIn(const saga::SagaView &view);

/// What the order's number begins with.
QString seriesIn(const saga::SagaView &view);

} // namespace tp::orchestration

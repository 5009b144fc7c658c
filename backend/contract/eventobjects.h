// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/eventnames.h"
#include "backend/contract/schemas.h"

namespace tp::contract {

/// What the data of such an event is.
const AnyObject &eventDataObject(EventType type);

} // namespace tp::contract

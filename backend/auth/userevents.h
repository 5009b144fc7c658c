// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/events/outbox.h"
#include "backend/kernel/uuid.h"

namespace tp::auth {

/// Tells whoever looks after users that one is new or another than before, and nothing about the
/// person.
class UserEvents
{
public:
    static void tell(storage::UnitOfWork &work, UserId user, contract::EventType type);
};

} // namespace tp::auth

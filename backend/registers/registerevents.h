// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/events/outbox.h"
#include "backend/registers/register.h"

namespace tp::registers {

/// Tells whoever looks after registers what became of one.
class RegisterEvents
{
public:
    static Result<void> tell(storage::UnitOfWork &work, const Register &reg,
                             contract::EventType type);
};

} // namespace tp::registers

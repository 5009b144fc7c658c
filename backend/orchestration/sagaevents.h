// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/saga/definition.h"
#include "backend/saga/sagastore.h"

namespace tp::orchestration {

/// Tells whoever looks after sagas that one asks a person, or has ended. One that begins and ends
/// in the same transaction is not worth a row: its order says it.
Result<void> tellStanding(storage::UnitOfWork &work, const saga::Definition &definition,
                          const saga::Saga &saga);

} // namespace tp::orchestration

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/session.h"
#include "ui/presentation/person.h"

namespace tp::session {

/// Who they are by their own profile, and what the server lets them do.
ui::SignedInUser toSignedInUser(const contract::Profile &profile,
                                const QList<Permission> &permissions);

} // namespace tp::session

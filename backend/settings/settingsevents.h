// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/events/outbox.h"
#include "backend/settings/settings.h"

namespace tp::settings {

/// Tells whoever may read the settings that they are others now.
class SettingsEvents
{
public:
    static Result<void> tellChanged(storage::UnitOfWork &work, const Settings &settings);
};

} // namespace tp::settings

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/settings/settingsevents.h"

#include "backend/contract/shopevents.h"

namespace tp::settings {

Result<void> SettingsEvents::tellChanged(storage::UnitOfWork &work, const Settings &settings)
{
    return events::Outbox::add(work,
                               {contract::EventType::SettingsChanged, "settings",
                                contract::VersionEventData::object().toJson({settings.version}),
                                events::Audience::whoMay(Permission::SettingsWrite)});
}

} // namespace tp::settings

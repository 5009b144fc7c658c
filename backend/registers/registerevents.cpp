// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/registers/registerevents.h"

#include "backend/contract/shopevents.h"

namespace tp::registers {

Result<void> RegisterEvents::tell(storage::UnitOfWork &work, const Register &reg,
                                  contract::EventType type)
{
    return events::Outbox::add(
        work, {type, reg.id.toString(),
               contract::RegisterEventData::object().toJson({reg.id, reg.code, reg.name}),
               events::Audience::whoMay(Permission::RegistersManage)});
}

} // namespace tp::registers

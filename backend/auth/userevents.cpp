// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/userevents.h"

#include "backend/contract/shopevents.h"

namespace tp::auth {

void UserEvents::tell(storage::UnitOfWork &work, UserId user, contract::EventType type)
{
    events::Outbox::tellAtEnd(work, user.toString(), [user, type] {
        return events::Event{type, user.toString(),
                             contract::UserEventData::object().toJson({user}),
                             events::Audience::whoMay(Permission::UsersManage)};
    });
}

} // namespace tp::auth

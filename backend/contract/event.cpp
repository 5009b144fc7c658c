// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/event.h"

#include "backend/contract/commonfields.h"

namespace tp::contract {

const Object<Event> &Event::object()
{
    static const auto object =
        Object<Event>(Use::Answer, "Event", "Something that happened")
            .required("seq", &Event::seq, Integer{1, VersionMax},
                      "Rises from event to event, with gaps; where to resume")
            .required("type", &Event::type, "What happened")
            .required("at", &Event::at, "When")
            .required("subject", &Event::subject, Text::any(), "Id of what it happened to")
            .required("data", &Event::data, "How that stands now, as far as a screen needs it");
    return object;
}

} // namespace tp::contract

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/eventnames.h"
#include "backend/contract/object.h"

namespace tp::contract {

/// A message of GET /events.
struct Event
{
    qint64 seq = 0;
    EventType type = EventType::ProductCreated;
    Time at;
    QString subject;
    JsonValue data;

    static const Object<Event> &object();
    friend bool operator==(const Event &, const Event &) = default;
};

} // namespace tp::contract

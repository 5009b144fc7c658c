// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/object.h"

namespace tp::contract {

/// A place where stock is kept, as the backend answers it.
struct Location
{
    LocationId id;
    QString name;
    qint64 version = 0;
    Time createdAt;

    static const Object<Location> &object();
    friend bool operator==(const Location &, const Location &) = default;
};

/// The body of POST /api/locations.
struct NewLocation
{
    std::optional<LocationId> id;
    QString name;

    static const Object<NewLocation> &object();
    friend bool operator==(const NewLocation &, const NewLocation &) = default;
};

} // namespace tp::contract

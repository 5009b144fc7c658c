// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/location.h"

#include "backend/contract/commonfields.h"

namespace tp::contract {

const Object<Location> &Location::object()
{
    static const auto object =
        Object<Location>(Use::Answer, "Location", "A place where stock is kept")
            .required("id", &Location::id, "Its id")
            .asReadOnly()
            .required("name", &Location::name, Text::any(), "What people call it")
            .required("version", &Location::version, versionRule(), VersionMeans)
            .asReadOnly()
            .required("created_at", &Location::createdAt, "When it was created")
            .asReadOnly();
    return object;
}

const Object<NewLocation> &NewLocation::object()
{
    static const auto object =
        Object<NewLocation>(Use::Request, "NewLocation", "A location to create")
            .optional("id", &NewLocation::id, ChosenIdMeans)
            .required("name", &NewLocation::name, Text{1, 100}, "What people call it");
    return object;
}

} // namespace tp::contract

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/object.h"
#include "backend/contract/units.h"

namespace tp::contract {

// The data of events about what a shop is made of.

/// What a till needs to sell it: no other reading is needed for a new price.
struct ProductEventData
{
    ProductId id;
    QString sku;
    QString name;
    std::optional<CategoryId> categoryId;
    std::optional<Money> price;
    QString taxClass;
    bool active = true;
    qint64 version = 1;

    static const Object<ProductEventData> &object();
    friend bool operator==(const ProductEventData &, const ProductEventData &) = default;
};

struct ProductsImportedEventData
{
    QList<ProductId> ids;

    static const Object<ProductsImportedEventData> &object();
    friend bool operator==(const ProductsImportedEventData &,
                           const ProductsImportedEventData &) = default;
};

struct CategoryEventData
{
    CategoryId id;
    QString name;
    std::optional<CategoryId> parentId;
    qint64 position = 0;
    qint64 version = 1;

    static const Object<CategoryEventData> &object();
    friend bool operator==(const CategoryEventData &, const CategoryEventData &) = default;
};

struct LocationEventData
{
    LocationId id;
    QString name;

    static const Object<LocationEventData> &object();
    friend bool operator==(const LocationEventData &, const LocationEventData &) = default;
};

/// For what is to be read anew by whoever wants to know more.
struct VersionEventData
{
    qint64 version = 1;

    static const Object<VersionEventData> &object();
    friend bool operator==(const VersionEventData &, const VersionEventData &) = default;
};

struct RegisterEventData
{
    RegisterId id;
    QString code;
    QString name;

    static const Object<RegisterEventData> &object();
    friend bool operator==(const RegisterEventData &, const RegisterEventData &) = default;
};

/// Nothing about the person: who may read them reads them.
struct UserEventData
{
    UserId id;

    static const Object<UserEventData> &object();
    friend bool operator==(const UserEventData &, const UserEventData &) = default;
};

} // namespace tp::contract

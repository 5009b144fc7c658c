// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/shopevents.h"

#include "backend/contract/commonfields.h"

namespace tp::contract {

const Object<ProductEventData> &ProductEventData::object()
{
    using Data = ProductEventData;
    static const auto object =
        Object<Data>(Use::Answer, "ProductEventData", "A product, as it stands or stood last")
            .required("id", &Data::id, "Its id")
            .required("sku", &Data::sku, Text::any(), "The shop's own code of it")
            .required("name", &Data::name, Text::any(), "What people call it")
            .nullable("category_id", &Data::categoryId, "Where it stands")
            .required("price", &Data::price, Amount::any(), "What one unit costs")
            .required("tax_class", &Data::taxClass, Text::any(), "Which tax it carries")
            .required("active", &Data::active, "Whether it is for sale")
            .required("version", &Data::version, versionRule(), VersionMeans);
    return object;
}

const Object<ProductsImportedEventData> &ProductsImportedEventData::object()
{
    using Data = ProductsImportedEventData;
    static const auto object =
        Object<Data>(Use::Answer, "ProductsImportedEventData", "What a file of products brought")
            .required("ids", &Data::ids, ListOf{IdText{}, 0},
                      "Products that are new or were changed, stock included");
    return object;
}

const Object<CategoryEventData> &CategoryEventData::object()
{
    using Data = CategoryEventData;
    static const auto object =
        Object<Data>(Use::Answer, "CategoryEventData", "A category, as it stands or stood last")
            .required("id", &Data::id, "Its id")
            .required("name", &Data::name, Text::any(), "What people call it")
            .nullable("parent_id", &Data::parentId, "The one above; null stands at the top")
            .required("position", &Data::position, Integer{-VersionMax, VersionMax},
                      "Among its siblings")
            .required("version", &Data::version, versionRule(), VersionMeans);
    return object;
}

const Object<LocationEventData> &LocationEventData::object()
{
    using Data = LocationEventData;
    static const auto object = Object<Data>(Use::Answer, "LocationEventData", "A location")
                                   .required("id", &Data::id, "Its id")
                                   .required("name", &Data::name, Text::any(), "Its name");
    return object;
}

const Object<VersionEventData> &VersionEventData::object()
{
    using Data = VersionEventData;
    static const auto object =
        Object<Data>(Use::Answer, "VersionEventData", "Something is to be read anew")
            .required("version", &Data::version, versionRule(), VersionMeans);
    return object;
}

const Object<RegisterEventData> &RegisterEventData::object()
{
    using Data = RegisterEventData;
    static const auto object =
        Object<Data>(Use::Answer, "RegisterEventData", "A register, as it stands")
            .required("id", &Data::id, "Its id")
            .required("code", &Data::code, Text::any(), "Begins the numbers of its receipts")
            .required("name", &Data::name, Text::any(), "What people call it");
    return object;
}

const Object<UserEventData> &UserEventData::object()
{
    using Data = UserEventData;
    static const auto object =
        Object<Data>(Use::Answer, "UserEventData", "Somebody who may sign in, to be read anew")
            .required("id", &Data::id, "Their id");
    return object;
}

} // namespace tp::contract

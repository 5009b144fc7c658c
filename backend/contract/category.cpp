// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/category.h"

#include "backend/contract/commonfields.h"

namespace tp::contract {

namespace {

constexpr Text CategoryNameText{1, 100, Text::Kind::Line};
constexpr Integer PositionRange{0, 1'000'000};

constexpr char CategoryNameMeans[] = "What it is called";
constexpr char ParentMeans[] = "The category above; null is at the top";
constexpr char PositionMeans[] = "Orders siblings, smallest first";

} // namespace

const Object<Category> &Category::object()
{
    static const auto object =
        Object<Category>(Use::Answer, "Category", "A category")
            .required("id", &Category::id, "Its id")
            .asReadOnly()
            .required("name", &Category::name, Text::any(), CategoryNameMeans)
            .nullable("parent_id", &Category::parentId, ParentMeans)
            .required("position", &Category::position, PositionRange, PositionMeans)
            .required("version", &Category::version, versionRule(), VersionMeans)
            .asReadOnly();
    return object;
}

const Object<NewCategory> &NewCategory::object()
{
    static const auto object =
        Object<NewCategory>(Use::Request, "NewCategory", "A category to create")
            .optional("id", &NewCategory::id, ChosenIdMeans)
            .required("name", &NewCategory::name, CategoryNameText, CategoryNameMeans)
            .nullable("parent_id", &NewCategory::parentId, ParentMeans)
            .optional("position", &NewCategory::position, PositionRange, PositionMeans);
    return object;
}

const Object<ChangeCategory> &ChangeCategory::object()
{
    using Change = ChangeCategory;
    static const auto object =
        Object<Change>(Use::Request, "ChangeCategory", "What of a category is to change")
            .readOnly("id", &Change::readOnly, UnchangedMeans)
            .optional("name", &Change::name, CategoryNameText, CategoryNameMeans)
            .optional("parent_id", &Change::parentId, ParentMeans)
            .optional("position", &Change::position, PositionRange, PositionMeans)
            .readOnly("version", &Change::readOnly, UnchangedMeans);
    return object;
}

} // namespace tp::contract

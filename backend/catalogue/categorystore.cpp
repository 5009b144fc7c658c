// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/categorystore.h"

#include "backend/kernel/textfold.h"

using namespace Qt::StringLiterals;

namespace tp::catalogue {

namespace {

/// Any number will do as long as all backends use it for this lock and nothing else.
constexpr qint64 TreeLock = 7'400'011;

Error siblingError(const Error &error)
{
    const std::string constraint = storage::constraintOf(error);
    if (constraint == "categories_sibling_name") {
        const QString detail = u"A category beside it has this name"_s;
        return {ErrorCode::Conflict, detail, {{u"/name"_s, ErrorCode::Conflict, detail}}};
    }
    if (constraint == "categories.id")
        return {ErrorCode::IdTaken, u"Another category has this id"_s, {}};
    return error;
}

Result<void> written(const Result<qint64> &executed)
{
    return executed ? Result<void>() : siblingError(executed.error());
}

Result<bool> isAny(storage::Rows rows)
{
    const bool found = rows.next();
    TP_CHECK(rows.finish());
    return found;
}

std::string textOf(const std::optional<CategoryId> &id)
{
    return id ? id->toString() : std::string();
}

} // namespace

Result<void> CategoryStore::lockTree(storage::UnitOfWork &work) const
{
    if (work.dialect() != storage::Dialect::Postgres)
        return {};
    auto rows = work.query("SELECT pg_advisory_xact_lock($1)", {TreeLock});
    rows.next();
    return rows.finish();
}

Result<std::optional<Category>> CategoryStore::find(storage::UnitOfWork &work,
                                                    const CategoryId &id) const
{
    auto rows = work.query("SELECT name, parent_id, position, create_hash, version, created_at, "
                           "updated_at FROM categories WHERE id = $1",
                           {id});
    std::optional<Category> found;
    if (rows.next()) {
        found = Category{.id = id,
                         .name = QString::fromStdString(std::string(rows.text(0))),
                         .parentId = CategoryId::parse(rows.text(1)),
                         .position = rows.integer(2),
                         .createHash = std::string(rows.text(3)),
                         .version = rows.integer(4),
                         .createdAtMs = rows.integer(5),
                         .updatedAtMs = rows.integer(6)};
    }
    TP_CHECK(rows.finish());
    return found;
}

Result<std::optional<CategoryId>> CategoryStore::findChild(storage::UnitOfWork &work,
                                                           const std::optional<CategoryId> &parent,
                                                           std::string_view nameKey) const
{
    auto rows = work.query("SELECT id FROM categories WHERE coalesce(parent_id, '') = $1 "
                           "AND name_key = $2",
                           {textOf(parent), nameKey});
    std::optional<CategoryId> found;
    if (rows.next())
        found = CategoryId::parse(rows.text(0));
    TP_CHECK(rows.finish());
    return found;
}

Result<qint64> CategoryStore::nextPosition(storage::UnitOfWork &work,
                                           const std::optional<CategoryId> &parent) const
{
    auto rows = work.query("SELECT coalesce(MAX(position) + 1, 0) FROM categories "
                           "WHERE coalesce(parent_id, '') = $1",
                           {textOf(parent)});
    const qint64 position = rows.next() ? rows.integer(0) : 0;
    TP_CHECK(rows.finish());
    return position;
}

Result<bool> CategoryStore::isWithin(storage::UnitOfWork &work, const CategoryId &inner,
                                     const CategoryId &outer) const
{
    return isAny(work.query(
        "WITH RECURSIVE above(id, parent_id) AS ("
        "SELECT id, parent_id FROM categories WHERE id = $1 UNION "
        "SELECT c.id, c.parent_id FROM categories c JOIN above ON c.id = above.parent_id) "
        "SELECT 1 FROM above WHERE id = $2 LIMIT 1",
        {inner, outer}));
}

Result<bool> CategoryStore::isInUse(storage::UnitOfWork &work, const CategoryId &id) const
{
    TP_TRY(const bool hasChildren,
           isAny(work.query("SELECT 1 FROM categories WHERE parent_id = $1 LIMIT 1", {id})));
    if (hasChildren)
        return true;
    return isAny(work.query("SELECT 1 FROM products WHERE category_id = $1 LIMIT 1", {id}));
}

Result<void> CategoryStore::insert(storage::UnitOfWork &work, const Category &category) const
{
    return written(work.execute(
        "INSERT INTO categories (id, name, name_key, parent_id, position, version, create_hash, "
        "created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        {category.id, category.name, folded(category.name), category.parentId, category.position,
         category.version, category.createHash, category.createdAtMs, category.updatedAtMs}));
}

Result<void> CategoryStore::update(storage::UnitOfWork &work, const Category &category) const
{
    return written(work.execute(
        "UPDATE categories SET name = $2, name_key = $3, parent_id = $4, position = $5, "
        "version = $6, updated_at = $7 WHERE id = $1",
        {category.id, category.name, folded(category.name), category.parentId, category.position,
         category.version, category.updatedAtMs}));
}

Result<void> CategoryStore::remove(storage::UnitOfWork &work, const CategoryId &id) const
{
    const auto removed = work.execute("DELETE FROM categories WHERE id = $1", {id});
    if (removed)
        return {};
    if (storage::constraintOf(removed.error()) == "foreign_key")
        return Error{ErrorCode::CategoryInUse, u"Something stands in this category"_s, {}};
    return removed.error();
}

} // namespace tp::catalogue

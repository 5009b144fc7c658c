// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/categoryservice.h"

#include "backend/catalogue/catalogueevents.h"
#include "backend/catalogue/categorystore.h"
#include "backend/catalogue/invalidservice.h"
#include "backend/kernel/textfold.h"

using namespace Qt::StringLiterals;

namespace tp::catalogue {

namespace {

Result<Category> requiredCategory(storage::UnitOfWork &work, const CategoryId &id)
{
    TP_TRY(auto found, CategoryStore().find(work, id));
    if (!found)
        return Error{ErrorCode::NotFound, u"There is no such category"_s, {}};
    return std::move(*found);
}

Error atParent(ErrorCode code, const QString &detail)
{
    return invalid({{u"/parent_id"_s, code, detail}});
}

Result<void> checkParent(storage::UnitOfWork &work, const std::optional<CategoryId> &parentId)
{
    if (!parentId)
        return {};
    TP_TRY(const auto parent, CategoryStore().find(work, *parentId));
    return parent ? Result<void>()
                  : atParent(ErrorCode::UnknownReference, u"There is no such category"_s);
}

Result<void> checkName(storage::UnitOfWork &work, const Category &category)
{
    TP_TRY(const auto sibling,
           CategoryStore().findChild(work, category.parentId, folded(category.name).toStdString()));
    if (!sibling || *sibling == category.id)
        return {};
    const QString detail = u"A category beside it has this name"_s;
    return Error{ErrorCode::Conflict, detail, {{u"/name"_s, ErrorCode::Conflict, detail}}};
}

} // namespace

Result<CategoryService::Created> CategoryService::create(storage::UnitOfWork &work,
                                                         const NewCategory &wanted) const
{
    const CategoryStore store;
    TP_CHECK(store.lockTree(work));
    if (wanted.id) {
        TP_TRY(const auto existing, store.find(work, *wanted.id));
        if (existing && existing->createHash == wanted.createHash)
            return Created{*wanted.id, false};
        if (existing)
            return Error{ErrorCode::IdTaken, u"Another category has this id"_s, {}};
    }
    TP_CHECK(checkParent(work, wanted.parentId));
    Category category{.id = wanted.id ? *wanted.id : CategoryId(work.newId()),
                      .name = wanted.name,
                      .parentId = wanted.parentId,
                      .position = wanted.position.value_or(0),
                      .createHash = wanted.createHash,
                      .version = 1,
                      .createdAtMs = work.nowMs(),
                      .updatedAtMs = work.nowMs()};
    TP_CHECK(checkName(work, category));
    if (!wanted.position) {
        TP_TRY(category.position, store.nextPosition(work, wanted.parentId));
    }
    TP_CHECK(store.insert(work, category));
    CatalogueEvents::tell(work, category, contract::EventType::CategoryCreated);
    return Created{category.id, true};
}

Result<qint64> CategoryService::version(storage::UnitOfWork &work, const CategoryId &id) const
{
    TP_CHECK(CategoryStore().lockTree(work));
    TP_TRY(const Category category, requiredCategory(work, id));
    return category.version;
}

Result<void> CategoryService::change(storage::UnitOfWork &work, const CategoryId &id,
                                     const CategoryChange &change) const
{
    const CategoryStore store;
    TP_CHECK(store.lockTree(work));
    TP_TRY(const Category before, requiredCategory(work, id));
    Category after = before;
    after.name = change.name.value_or(before.name);
    after.parentId = change.parentId.value_or(before.parentId);
    after.position = change.position.value_or(before.position);
    const bool moves = after.parentId != before.parentId;
    if (!moves && after.name == before.name && after.position == before.position)
        return {};
    if (moves && after.parentId) {
        TP_CHECK(checkParent(work, after.parentId));
        TP_TRY(const bool isRing, store.isWithin(work, *after.parentId, id));
        if (isRing)
            return atParent(ErrorCode::CategoryCycle, u"A category cannot stand below itself"_s);
    }
    TP_CHECK(checkName(work, after));
    after.version = before.version + 1;
    after.updatedAtMs = work.nowMs();
    TP_CHECK(store.update(work, after));
    CatalogueEvents::tell(work, after, contract::EventType::CategoryChanged);
    return {};
}

Result<void> CategoryService::remove(storage::UnitOfWork &work, const CategoryId &id) const
{
    const CategoryStore store;
    TP_CHECK(store.lockTree(work));
    TP_TRY(const Category category, requiredCategory(work, id));
    TP_TRY(const bool isInUse, store.isInUse(work, category.id));
    if (isInUse)
        return Error{ErrorCode::CategoryInUse, u"Products or categories stand in it"_s, {}};
    TP_CHECK(store.remove(work, id));
    CatalogueEvents::tell(work, category, contract::EventType::CategoryDeleted);
    return {};
}

Result<CategoryId> CategoryService::resolve(storage::UnitOfWork &work,
                                            const QStringList &path) const
{
    Q_ASSERT(!path.isEmpty());
    const CategoryStore store;
    std::optional<CategoryId> parent;
    for (const QString &name : path) {
        TP_TRY(const auto child, store.findChild(work, parent, folded(name).toStdString()));
        if (child) {
            parent = child;
            continue;
        }
        TP_TRY(
            const Created created,
            create(work,
                   {.id = {}, .name = name, .parentId = parent, .position = {}, .createHash = {}}));
        parent = created.id;
    }
    return *parent;
}

} // namespace tp::catalogue

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/storage/freshshop.h"

#include "backend/catalogue/productsearchqueries.h"
#include "backend/contract/jsonvalue.h"
#include "backend/settings/settingsservice.h"
#include "backend/storage/migrator.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tp::test {

namespace {

catalogue::ShopRules rulesOf(const settings::SettingsStore &settings)
{
    return {[&settings](storage::UnitOfWork &work) { return settings.heldCurrency(work); },
            [&settings](storage::Session &session, std::string_view code) {
                return settings.hasTaxClass(session, code);
            }};
}

/// The names of a page, whose rows are `items` without their brackets.
QString namesIn(const std::string &items)
{
    const auto list = contract::parseJson(items);
    QStringList names;
    if (!list)
        return u"not JSON: "_s + list.error().detail;
    for (const contract::JsonValue &item : list->items)
        names.append(QString::fromStdString(item.find("name")->text));
    return names.join(u' ');
}

/// Goes through all pages. `writePage` is handed a place and gives the next.
template <typename Place, typename WritePage>
QString allPages(const WritePage &writePage)
{
    QStringList pages;
    std::optional<Place> after;
    do {
        std::string text;
        contract::JsonWriter json(text);
        json.beginArray();
        const Result<std::optional<Place>> next = writePage(after, json);
        if (!next)
            return u"refused: "_s + next.error().detail;
        json.endArray();
        pages.append(namesIn(text));
        after = next.value();
    } while (after && pages.size() < 1000);
    return pages.join(u'|');
}

} // namespace

FreshShop::FreshShop(FreshDatabases &databases, storage::Dialect dialect)
    : m_products(rulesOf(m_settings))
    , m_database(databases.open(databases.newUrl(dialect)))
{
    if (!m_database)
        return;
    const auto migrated = storage::Migrator(*m_database, databases.clock).apply();
    if (!migrated)
        qWarning() << migrated.error().detail;
    const auto ready = write([](storage::UnitOfWork &work) {
        return settings::SettingsService().ensureDefaults(work, {});
    });
    m_isOpen = migrated && ready;
}

Result<void> FreshShop::write(const std::function<Result<void>(storage::UnitOfWork &)> &work)
{
    Result<void> done;
    const auto written = m_database->writeHere([&](storage::UnitOfWork &unit) {
        done = work(unit);
        return done ? storage::UnitOfWork::Keep::Yes : storage::UnitOfWork::Keep::No;
    });
    return done ? written : done;
}

void FreshShop::read(const std::function<void(storage::Snapshot &)> &work)
{
    auto session = m_database->openReadSession();
    QVERIFY(session);
    QVERIFY(session.value()->read(work));
}

catalogue::ProductDetails FreshShop::details(const QString &sku, const QString &name)
{
    const auto euro = *Currency::fromCode(std::string_view("EUR"));
    return {.sku = sku,
            .name = name,
            .description = {},
            .categoryId = {},
            .price = Money::fromMinor(100, euro).value(),
            .lowStock = {},
            .barcodes = {}};
}

ProductId FreshShop::add(const catalogue::ProductDetails &details)
{
    ProductId id;
    const auto added = write([&](storage::UnitOfWork &work) -> Result<void> {
        TP_TRY(const auto created, m_products.create(work, {}, details, "hash"));
        id = created.id;
        return {};
    });
    if (!added)
        qWarning() << details.name << added.error().detail;
    return added ? id : ProductId();
}

CategoryId FreshShop::addCategory(const QString &name, std::optional<CategoryId> parent)
{
    CategoryId id;
    const auto added = write([&](storage::UnitOfWork &work) -> Result<void> {
        TP_TRY(const auto created,
               m_categories.create(
                   work,
                   {.id = {}, .name = name, .parentId = parent, .position = {}, .createHash = {}}));
        id = created.id;
        return {};
    });
    return added ? id : CategoryId();
}

QString FreshShop::names(const catalogue::ProductFilter &filter, int limit)
{
    QString pages;
    read([&](storage::Snapshot &snapshot) {
        pages = allPages<catalogue::ListPlace>([&](const auto &after, auto &json) {
            return catalogue::ProductQueries().writePage(snapshot, filter, after, limit, json);
        });
    });
    return pages;
}

QString FreshShop::found(const QString &question, const catalogue::ProductFilter &filter, int limit)
{
    QString pages;
    read([&](storage::Snapshot &snapshot) {
        pages = allPages<catalogue::SearchPlace>([&](const auto &after, auto &json) {
            return catalogue::ProductSearchQueries().writePage(snapshot, question, filter, after,
                                                               limit, json);
        });
    });
    return pages;
}

} // namespace tp::test

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/demoshop.h"

#include "backend/catalogue/categoryservice.h"
#include "backend/catalogue/productservice.h"
#include "backend/catalogue/productstore.h"
#include "backend/contract/jsonwriter.h"
#include "backend/daemon/productbatchwriter.h"
#include "backend/daemon/productfilereader.h"
#include "backend/daemon/shoproutes.h"
#include "backend/settings/settingsstore.h"

#include <QFile>

#include <limits>
#include <vector>

using namespace Qt::StringLiterals;

namespace tp::daemon {

namespace {

using storage::UnitOfWork;

Error brokenDemo(const QString &reason)
{
    return {ErrorCode::Internal, u"the demo shop cannot be read: %1"_s.arg(reason), {}};
}

/// The rows of a file of ours, without its header.
Result<QList<QStringList>> demoRows(const QString &name)
{
    QFile file(u":/demo/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        return brokenDemo(name);
    CsvReader reader(file);
    CsvRow row;
    QList<QStringList> rows;
    for (;;) {
        TP_TRY(const bool isThere, reader.next(row));
        if (!isThere)
            break;
        rows.append(row.cells);
    }
    rows.removeFirst();
    return rows;
}

Result<std::vector<ProductRow>> demoProducts(const Currency &currency)
{
    QFile file(u":/demo/products.csv"_s);
    if (!file.open(QIODevice::ReadOnly))
        return brokenDemo(file.fileName());
    ProductFileReader reader(file, {currency, [](const QString &) { return true; }});
    TP_CHECK(reader.begin());
    std::vector<ProductRow> rows;
    QList<Rejection> rejections;
    for (;;) {
        TP_TRY(auto found, reader.next(rejections));
        if (!found)
            break;
        rows.push_back(std::move(found->row));
    }
    if (!rejections.isEmpty())
        return brokenDemo(rejections.constFirst().text());
    return rows;
}

Result<bool> isEmpty(UnitOfWork &work)
{
    auto rows = work.query("SELECT 1 FROM stocked_products LIMIT 1");
    const bool hasProduct = rows.next();
    TP_CHECK(rows.finish());
    return !hasProduct;
}

/// In the order of the file, which is that of the till.
Result<void> makeCategories(UnitOfWork &work)
{
    TP_TRY(const auto rows, demoRows(u"categories.csv"_s));
    for (const QStringList &row : rows)
        TP_CHECK(catalogue::CategoryService().resolve(work, row.value(0).split(u'/')));
    return {};
}

std::string iconAttribute(const QString &icon)
{
    std::string attributes;
    contract::JsonWriter(attributes).beginObject().key("icon").string(icon).endObject();
    return attributes;
}

/// What the columns of an import do not have: the icon, and from where on the stock is low.
Result<void> dressUp(UnitOfWork &work)
{
    TP_TRY(const auto rows, demoRows(u"icons.csv"_s));
    const catalogue::ProductService products(shopRules());
    for (const QStringList &row : rows) {
        TP_TRY(const auto product, catalogue::ProductStore().findBySku(work, row.value(0)));
        if (!product)
            return brokenDemo(row.value(0));
        catalogue::ProductChange change;
        change.attributes = iconAttribute(row.value(1));
        if (!row.value(2).isEmpty()) {
            TP_TRY(const Quantity low, Quantity::fromDecimal(QStringView(row.value(2))));
            change.lowStock = low;
        }
        TP_CHECK(products.change(work, product->id, change));
    }
    return {};
}

Result<bool> fillShop(UnitOfWork &work, const Clock &clock)
{
    TP_TRY(const bool isNew, isEmpty(work));
    if (!isNew)
        return false;
    TP_TRY(const Currency currency, settings::SettingsStore().currency(work));
    if (currency.code() != "EUR") {
        return Error{ErrorCode::InvalidValue,
                     u"the demo shop sells in EUR, this shop in %1"_s.arg(currency.codeText()),
                     {}};
    }
    TP_CHECK(makeCategories(work));
    TP_TRY(const auto rows, demoProducts(currency));
    const auto written = ProductBatchWriter(clock).write(
        work, rows, ProductBatchWriter::Guard::Together, std::numeric_limits<qint64>::max());
    if (written.failure)
        return *written.failure;
    if (!written.rejections.isEmpty())
        return brokenDemo(written.rejections.constFirst().text());
    TP_CHECK(dressUp(work));
    return true;
}

} // namespace

Result<bool> loadDemoShop(storage::Database &database, const Clock &clock)
{
    Result<bool> filled = false;
    TP_CHECK(database.writeHere([&](UnitOfWork &work) {
        filled = fillShop(work, clock);
        return filled && *filled ? UnitOfWork::Keep::Yes : UnitOfWork::Keep::No;
    }));
    return filled;
}

} // namespace tp::daemon

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/exportqueries.h"

#include "backend/contract/jsonvalue.h"
#include "backend/storage/rows.h"

#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace tp::catalogue {

namespace {

QString exportedText(const storage::Rows &rows, int column)
{
    const std::string_view text = rows.text(column);
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

Result<QStringList> exportedBarcodes(std::string_view json)
{
    TP_TRY(const contract::JsonValue list, contract::parseJson(json));
    QStringList barcodes;
    for (const contract::JsonValue &item : list.items)
        barcodes.append(QString::fromStdString(item.text));
    return barcodes;
}

Result<ExportedProduct> exportedProduct(const storage::Rows &rows)
{
    const auto currency = Currency::fromCode(rows.text(6));
    if (!currency)
        return Error{ErrorCode::Internal, u"a product has no currency"_s, {}};
    TP_TRY(const Money price, Money::fromMinor(rows.integer(5), *currency));
    TP_TRY(const Quantity stock, Quantity::fromThousandths(rows.integer(10)));
    TP_TRY(const QStringList barcodes, exportedBarcodes(rows.text(9)));
    return ExportedProduct{.sku = exportedText(rows, 1),
                           .name = exportedText(rows, 2),
                           .description = exportedText(rows, 3),
                           .categoryPath = {},
                           .price = price,
                           .taxClass = exportedText(rows, 7),
                           .unit = exportedText(rows, 8),
                           .barcodes = barcodes,
                           .stock = stock,
                           .active = rows.boolean(11)};
}

} // namespace

Result<std::string> ExportQueries::page(storage::Session &session, const std::string &afterSkuKey,
                                        int limit, const Use &use)
{
    std::vector<std::pair<ExportedProduct, std::string>> found; // With the id of its category.
    std::string last;
    // A view that is a join would be worked out whole behind LEFT JOIN; asked for a row, it is not.
    auto rows = session.query(
        "SELECT p.sku_key, p.sku, p.name, p.description, p.category_id, p.price_minor, p.currency, "
        "p.tax_class, p.unit, p.barcodes, coalesce((SELECT s.on_hand FROM default_stock s "
        "WHERE s.product_id = p.id), 0), p.active FROM products p "
        "WHERE p.sku_key > $1 ORDER BY p.sku_key LIMIT $2",
        {afterSkuKey, limit});
    while (rows.next()) {
        TP_TRY(ExportedProduct product, exportedProduct(rows));
        last = rows.text(0);
        found.emplace_back(std::move(product), std::string(rows.text(4)));
    }
    TP_CHECK(rows.finish());

    for (auto &[product, categoryId] : found) {
        if (!categoryId.empty()) {
            TP_TRY(product.categoryPath, pathOf(session, categoryId));
        }
        use(product);
    }
    return int(found.size()) < limit ? std::string() : last;
}

Result<QStringList> ExportQueries::pathOf(storage::Session &session, const std::string &categoryId)
{
    const QString key = QString::fromStdString(categoryId);
    if (const auto known = m_paths.constFind(key); known != m_paths.constEnd())
        return *known;
    auto rows = session.query("SELECT name, parent_id FROM categories WHERE id = $1", {categoryId});
    if (!rows.next()) {
        TP_CHECK(rows.finish());
        return Error{ErrorCode::Internal, u"a product stands in no known category"_s, {}};
    }
    const QString name = exportedText(rows, 0);
    const std::string parent(rows.text(1));
    while (rows.next()) {}
    TP_CHECK(rows.finish());
    QStringList path;
    if (!parent.empty()) {
        TP_TRY(path, pathOf(session, parent));
    }
    path.append(name);
    m_paths.insert(key, path);
    return path;
}

} // namespace tp::catalogue

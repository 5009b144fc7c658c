// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/productstore.h"

#include "backend/catalogue/barcodetext.h"

using namespace Qt::StringLiterals;

namespace tp::catalogue {

namespace {

// clang-format off
#define TP_STORED_PRODUCT                                                                          \
    "SELECT id, sku, name, description, category_id, price_minor, currency, tax_class, unit, "     \
    "when_short, low_stock, active, barcodes, attributes, ever_sold, image_hash, create_hash, "    \
    "version, created_at, updated_at FROM products "

/// SQLite has one writer and no row locks; its parser does not know the words either.
constexpr std::string_view FindSqlite = TP_STORED_PRODUCT "WHERE id = $1";
constexpr std::string_view FindPostgres = TP_STORED_PRODUCT "WHERE id = $1 FOR UPDATE";
constexpr std::string_view FindBySkuSqlite = TP_STORED_PRODUCT "WHERE sku_key = $1";
constexpr std::string_view FindBySkuPostgres = TP_STORED_PRODUCT "WHERE sku_key = $1 FOR UPDATE";
#undef TP_STORED_PRODUCT

constexpr std::string_view Insert =
    "INSERT INTO products (id, sku, sku_key, name, name_key, description, category_id, "
    "price_minor, currency, tax_class, unit, when_short, low_stock, active, barcodes, attributes, "
    "search_text, image_hash, create_hash, version, created_at, updated_at) VALUES ($1, $2, $3, "
    "$4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)";

constexpr std::string_view Update =
    "UPDATE products SET sku = $2, sku_key = $3, name = $4, name_key = $5, description = $6, "
    "category_id = $7, price_minor = $8, currency = $9, tax_class = $10, unit = $11, "
    "when_short = $12, low_stock = $13, active = $14, barcodes = $15, attributes = $16, "
    "search_text = $17, image_hash = $18, version = $19, updated_at = $20 WHERE id = $1";
// clang-format on

QString qstring(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

std::optional<std::string> orNull(const std::string &text)
{
    return text.empty() ? std::nullopt : std::optional(text);
}

std::optional<qint64> thousandths(const std::optional<Quantity> &quantity)
{
    return quantity ? std::optional(quantity->thousandths()) : std::nullopt;
}

/// The database's checks have seen all of this before, so what does not fit is a broken row.
Result<Product> productOf(const storage::Rows &rows)
{
    const auto id = ProductId::parse(rows.text(0));
    const auto currency = Currency::fromCode(rows.text(6));
    const auto unit = unitFromName(rows.text(8));
    const auto whenShort = whenShortFromName(rows.text(9));
    if (!id || !currency || !unit || !whenShort)
        return Error{ErrorCode::Internal, u"A product in the database cannot be read"_s, {}};
    TP_TRY(const Money price, Money::fromMinor(rows.integer(5), *currency));

    ProductDetails details{.sku = qstring(rows.text(1)),
                           .name = qstring(rows.text(2)),
                           .description = qstring(rows.text(3)),
                           .categoryId = CategoryId::parse(rows.text(4)),
                           .price = price,
                           .taxClass = qstring(rows.text(7)),
                           .unit = *unit,
                           .whenShort = *whenShort,
                           .lowStock = {},
                           .active = rows.boolean(11),
                           .barcodes = barcodesFromJson(rows.text(12)),
                           .attributes = std::string(rows.text(13))};
    if (!rows.isNull(10)) {
        TP_TRY(details.lowStock, Quantity::fromThousandths(rows.integer(10)));
    }
    return Product{.id = *id,
                   .details = std::move(details),
                   .everSold = rows.boolean(14),
                   .imageHash = std::string(rows.text(15)),
                   .createHash = std::string(rows.text(16)),
                   .version = rows.integer(17),
                   .createdAtMs = rows.integer(18),
                   .updatedAtMs = rows.integer(19)};
}

Result<std::optional<Product>> oneProduct(storage::Rows rows)
{
    std::optional<Product> found;
    if (rows.next()) {
        TP_TRY(found, productOf(rows));
    }
    TP_CHECK(rows.finish());
    return found;
}

/// What another has already, said in the contract's words.
Error takenError(const Error &error)
{
    const std::string constraint = storage::constraintOf(error);
    if (constraint == "products.sku_key") {
        return {ErrorCode::SkuTaken,
                u"Another product has this SKU"_s,
                {{u"/sku"_s, ErrorCode::SkuTaken, u"Another product has this SKU"_s}}};
    }
    if (constraint == "product_barcodes.barcode") {
        return {ErrorCode::BarcodeTaken, u"Another product has one of these barcodes"_s, {}};
    }
    if (constraint == "products.id")
        return {ErrorCode::IdTaken, u"Another product has this id"_s, {}};
    if (constraint == "foreign_key") {
        return {ErrorCode::UnknownReference,
                u"There is no such category"_s,
                {{u"/category_id"_s, ErrorCode::UnknownReference, u"There is no such category"_s}}};
    }
    return error;
}

Result<void> done(const Result<qint64> &executed)
{
    return executed ? Result<void>() : takenError(executed.error());
}

bool isPostgres(const storage::Session &session)
{
    return session.dialect() == storage::Dialect::Postgres;
}

} // namespace

Result<std::optional<Product>> ProductStore::find(storage::UnitOfWork &work,
                                                  const ProductId &id) const
{
    return oneProduct(work.query(isPostgres(work) ? FindPostgres : FindSqlite, {id}));
}

Result<std::optional<Product>> ProductStore::findBySku(storage::UnitOfWork &work,
                                                       QStringView sku) const
{
    const std::string key = skuKey(sku);
    return oneProduct(work.query(isPostgres(work) ? FindBySkuPostgres : FindBySkuSqlite, {key}));
}

Result<std::optional<ProductId>> ProductStore::ownerOf(storage::UnitOfWork &work,
                                                       const QString &barcode) const
{
    auto rows = work.query("SELECT product_id FROM product_barcodes WHERE barcode = $1", {barcode});
    std::optional<ProductId> owner;
    if (rows.next())
        owner = ProductId::parse(rows.text(0));
    TP_CHECK(rows.finish());
    return owner;
}

Result<void> ProductStore::insert(storage::UnitOfWork &work, const Product &product) const
{
    const ProductDetails &details = product.details;
    const std::string key = nameKey(details.name);
    TP_CHECK(done(work.execute(Insert, {product.id,
                                        details.sku,
                                        skuKey(details.sku),
                                        details.name,
                                        key,
                                        details.description,
                                        details.categoryId,
                                        details.price.minor(),
                                        details.price.currency().code(),
                                        details.taxClass,
                                        nameOf(details.unit),
                                        nameOf(details.whenShort),
                                        thousandths(details.lowStock),
                                        details.active,
                                        barcodesToJson(details.barcodes),
                                        details.attributes,
                                        searchText(details),
                                        orNull(product.imageHash),
                                        product.createHash,
                                        product.version,
                                        product.createdAtMs,
                                        product.updatedAtMs})));
    TP_CHECK(insertBarcodes(work, product));
    return m_places.enter(work, product.id, key);
}

Result<void> ProductStore::update(storage::UnitOfWork &work, const Product &before,
                                  const Product &after) const
{
    const ProductDetails &details = after.details;
    const std::string key = nameKey(details.name);
    const std::string words = searchText(details);
    const bool moves = key != nameKey(before.details.name);
    const bool isFoundElsewise = !moves && words != searchText(before.details);
    if (moves)
        TP_CHECK(m_places.leave(work, after.id));
    if (isFoundElsewise)
        TP_CHECK(m_places.unindex(work, after.id));
    TP_CHECK(done(work.execute(Update, {after.id,
                                        details.sku,
                                        skuKey(details.sku),
                                        details.name,
                                        key,
                                        details.description,
                                        details.categoryId,
                                        details.price.minor(),
                                        details.price.currency().code(),
                                        details.taxClass,
                                        nameOf(details.unit),
                                        nameOf(details.whenShort),
                                        thousandths(details.lowStock),
                                        details.active,
                                        barcodesToJson(details.barcodes),
                                        details.attributes,
                                        words,
                                        orNull(after.imageHash),
                                        after.version,
                                        after.updatedAtMs})));
    TP_CHECK(changeBarcodes(work, before, after));
    if (moves)
        return m_places.enter(work, after.id, key);
    return isFoundElsewise ? m_places.index(work, after.id) : Result<void>();
}

Result<void> ProductStore::remove(storage::UnitOfWork &work, const ProductId &id) const
{
    TP_CHECK(m_places.leave(work, id));
    return done(work.execute("DELETE FROM products WHERE id = $1", {id}));
}

Result<void> ProductStore::insertBarcodes(storage::UnitOfWork &work, const Product &product) const
{
    for (const QString &barcode : product.details.barcodes) {
        TP_CHECK(done(work.execute("INSERT INTO product_barcodes (barcode, product_id) "
                                   "VALUES ($1, $2)",
                                   {barcode, product.id})));
    }
    return {};
}

Result<void> ProductStore::changeBarcodes(storage::UnitOfWork &work, const Product &before,
                                          const Product &after) const
{
    if (before.details.barcodes == after.details.barcodes)
        return {};
    TP_CHECK(done(work.execute("DELETE FROM product_barcodes WHERE product_id = $1", {after.id})));
    return insertBarcodes(work, after);
}

} // namespace tp::catalogue

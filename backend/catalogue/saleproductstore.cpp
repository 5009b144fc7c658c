// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/saleproductstore.h"

namespace tp::catalogue {
namespace {

QString textIn(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

Result<std::optional<SaleProduct>> SaleProductStore::find(storage::Session &session, ProductId id)
{
    auto rows = session.query(
        "SELECT sku, name, price_minor, currency, tax_class, active FROM products WHERE id = $1",
        {id});
    std::optional<SaleProduct> product;
    if (rows.next()) {
        const auto currency = Currency::fromCode(rows.text(3));
        TP_TRY(const Money price, Money::fromMinor(rows.integer(2), *currency));
        product = SaleProduct{id,    textIn(rows.text(0)), textIn(rows.text(1)),
                              price, textIn(rows.text(4)), rows.boolean(5)};
    }
    TP_CHECK(rows.finish());
    return product;
}

Result<void> SaleProductStore::noteSold(storage::UnitOfWork &work, ProductId id)
{
    TP_CHECK(
        work.execute("UPDATE products SET ever_sold = 1 WHERE id = $1 AND ever_sold = 0", {id}));
    return {};
}

} // namespace tp::catalogue

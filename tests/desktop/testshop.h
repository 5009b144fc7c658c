// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/seededrandom.h"
#include "ui/presentation/shopproduct.h"

namespace tp::test {

/// The same number gives the same id.
template <typename Id>
Id idFor(int number)
{
    SeededRandom random{quint64(number)};
    return Id(Uuid::v7(number, random));
}

inline Money dollars(qint64 cents)
{
    return Money::fromMinor(cents, *Currency::fromCode(u"USD")).value();
}

inline Quantity pieces(qint64 thousandths)
{
    return Quantity::fromThousandths(thousandths).value();
}

inline ui::ShopProduct product(int number, const QString &name, const QString &sku = {},
                               const QStringList &barcodes = {})
{
    return {.id = idFor<ProductId>(number),
            .sku = sku.isEmpty() ? QStringLiteral("SKU-%1").arg(number) : sku,
            .name = name,
            .price = dollars(420),
            .categoryId = {},
            .barcodes = barcodes,
            .icon = {},
            .imageUrl = {},
            .available = pieces(10'000),
            .lowStock = {},
            .whenShort = ui::WhenShort::Refuse};
}

inline ui::ShopProduct inCategory(ui::ShopProduct product, int category)
{
    product.categoryId = idFor<CategoryId>(category);
    return product;
}

inline ui::ShopCategory category(int number, const QString &name, int position = 0, int parent = 0)
{
    const auto parentId = parent ? std::optional(idFor<CategoryId>(parent)) : std::nullopt;
    return {idFor<CategoryId>(number), name, parentId, position};
}

inline QList<ui::ProductRef> refs(const QList<ui::ShopProduct> &products)
{
    QList<ui::ProductRef> shared;
    for (const ui::ShopProduct &one : products)
        shared.append(std::make_shared<const ui::ShopProduct>(one));
    return shared;
}

inline QStringList namesOf(const QList<ui::ProductRef> &products)
{
    QStringList names;
    for (const ui::ProductRef &one : products)
        names.append(one->name);
    return names;
}

} // namespace tp::test

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/object.h"
#include "backend/contract/units.h"

namespace tp::contract {

/// What is there of a product, over all locations. available = on hand - reserved.
struct ProductStock
{
    Quantity onHand;
    Quantity reserved;
    Quantity available;

    static const Object<ProductStock> &object();
    friend bool operator==(const ProductStock &, const ProductStock &) = default;
};

/// A product as the backend answers it.
struct Product
{
    ProductId id;
    QString sku;
    QString name;
    QString description;
    std::optional<CategoryId> categoryId;
    std::optional<Money> price; ///< Always set.
    QString taxClass;
    Unit unit = Unit::Each;
    QList<QString> barcodes;
    std::optional<QString> imageUrl;
    bool active = true;
    JsonValue attributes = emptyObject();
    std::optional<Quantity> lowStock;
    WhenShort whenShort = WhenShort::Refuse;
    ProductStock stock;
    qint64 version = 0;
    Time createdAt;
    Time updatedAt;

    static const Object<Product> &object();
    friend bool operator==(const Product &, const Product &) = default;
};

/// The body of POST /api/products. What is left out has the value shown here.
struct NewProduct
{
    std::optional<ProductId> id;
    QString sku;
    QString name;
    QString description;
    std::optional<CategoryId> categoryId;
    std::optional<Money> price; ///< Always set after reading.
    QString taxClass = QStringLiteral("standard");
    Unit unit = Unit::Each;
    QList<QString> barcodes;
    bool active = true;
    JsonValue attributes = emptyObject();
    std::optional<Quantity> lowStock;
    WhenShort whenShort = WhenShort::Refuse;

    static const Object<NewProduct> &object();
    friend bool operator==(const NewProduct &, const NewProduct &) = default;
};

/// The body of PUT /api/products/{id}: what is left out stays.
struct ChangeProduct
{
    Change<QString> sku;
    Change<QString> name;
    Change<QString> description;
    Change<std::optional<CategoryId>> categoryId;
    Change<Money> price;
    Change<QString> taxClass;
    Change<Unit> unit;
    Change<QList<QString>> barcodes;
    Change<bool> active;
    Change<JsonValue> attributes;
    Change<std::optional<Quantity>> lowStock;
    Change<WhenShort> whenShort;
    ReadOnlyMembers readOnly; ///< id, version, stock, image_url, created_at, updated_at.

    static const Object<ChangeProduct> &object();
    friend bool operator==(const ChangeProduct &, const ChangeProduct &) = default;
};

} // namespace tp::contract

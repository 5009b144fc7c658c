// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/object.h"

namespace tp::contract {

/// One of the sizes in which a product's picture is kept.
struct Thumbnail
{
    QString url;
    qint64 width = 0; ///< Pixels.
    qint64 height = 0;

    static const Object<Thumbnail> &object();
    friend bool operator==(const Thumbnail &, const Thumbnail &) = default;
};

/// The answer to PUT /api/products/{id}/image.
struct ProductImage
{
    ProductId productId;
    QString imageUrl;
    QList<Thumbnail> thumbnails; ///< Smallest first.
    qint64 version = 0;          ///< Of the product, after the change.

    static const Object<ProductImage> &object();
    friend bool operator==(const ProductImage &, const ProductImage &) = default;
};

} // namespace tp::contract

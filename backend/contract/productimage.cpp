// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/productimage.h"

#include "backend/contract/commonfields.h"

namespace tp::contract {

namespace {

constexpr Integer PixelRange{1, 100'000};

} // namespace

const Object<Thumbnail> &Thumbnail::object()
{
    static const auto object =
        Object<Thumbnail>(Use::Answer, "Thumbnail", "A size in which a picture is kept")
            .required("url", &Thumbnail::url, Text::any(), "Where to get it")
            .required("width", &Thumbnail::width, PixelRange, "In pixels")
            .required("height", &Thumbnail::height, PixelRange, "In pixels");
    return object;
}

const Object<ProductImage> &ProductImage::object()
{
    static const auto object =
        Object<ProductImage>(Use::Answer, "ProductImage", "A product's picture")
            .required("product_id", &ProductImage::productId, "The product")
            .required("image_url", &ProductImage::imageUrl, Text::any(), "The largest size")
            .required("thumbnails", &ProductImage::thumbnails, ListOf{Nested<Thumbnail>{}, 0},
                      "Smallest first")
            .required("version", &ProductImage::version, versionRule(),
                      "The product's, after the change");
    return object;
}

} // namespace tp::contract

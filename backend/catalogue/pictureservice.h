// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/catalogue/imagestore.h"
#include "backend/catalogue/productservice.h"
#include "backend/catalogue/thumbnailservice.h"

#include <string_view>

namespace tp::catalogue {

/// Gives products their pictures. Any thread.
class PictureService
{
public:
    PictureService(const ProductService &products, ImageStore &images)
        : m_products(products)
        , m_images(images)
    {}

    /// Draws a picture in its two sizes and puts them on disk; takes long, so not on a writer's
    /// thread. A crash after it leaves files too many, never too few. UnsupportedImage,
    /// Unavailable.
    Result<Thumbnails> keep(std::string_view picture) const;

    /// Names kept thumbnails as the product's; its version after it. NotFound.
    Result<qint64> give(storage::UnitOfWork &work, const ProductId &id,
                        const Thumbnails &thumbnails) const;

    /// The thumbnail of that hash and size; NotFound when it is not there.
    Result<QByteArray> find(std::string_view hash, int size) const;

private:
    const ProductService &m_products;
    ImageStore &m_images;
};

} // namespace tp::catalogue

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/catalogue/imagestore.h"
#include "backend/catalogue/productservice.h"
#include "backend/catalogue/thumbnailservice.h"

#include <string_view>

namespace tp::catalogue {

/// Gives products their pictures. Any writer thread.
class PictureService
{
public:
    PictureService(const ProductService &products, ImageStore &images)
        : m_products(products)
        , m_images(images)
    {}

    struct Kept
    {
        Thumbnails thumbnails;
        qint64 version = 0; ///< Of the product, after it.
    };

    /// The files are on disk before the product names them: a crash leaves a file too many, never
    /// one too few. NotFound, UnsupportedImage, Unavailable.
    Result<Kept> keep(storage::UnitOfWork &work, const ProductId &id,
                      std::string_view picture) const;

    /// The thumbnail of that hash and size; NotFound when it is not there.
    Result<QByteArray> find(std::string_view hash, int size) const;

private:
    const ProductService &m_products;
    ImageStore &m_images;
};

} // namespace tp::catalogue

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/pictureservice.h"

using namespace Qt::StringLiterals;

namespace tp::catalogue {

Result<Thumbnails> PictureService::keep(std::string_view picture) const
{
    TP_TRY(Thumbnails thumbnails, makeThumbnails(picture));
    for (std::size_t i = 0; i < ThumbnailSizes.size(); ++i) {
        TP_CHECK(m_images.keep(thumbnails.hash, ThumbnailSizes[i], thumbnails.sizes[i].bytes));
    }
    return thumbnails;
}

Result<qint64> PictureService::give(storage::UnitOfWork &work, const ProductId &id,
                                    const Thumbnails &thumbnails) const
{
    return m_products.setImage(work, id, thumbnails.hash);
}

Result<QByteArray> PictureService::find(std::string_view hash, int size) const
{
    std::optional<QByteArray> found;
    if (!hash.empty()) {
        TP_TRY(found, m_images.find(hash, size));
    }
    if (!found)
        return Error{ErrorCode::NotFound, u"The product has no picture"_s, {}};
    return std::move(*found);
}

} // namespace tp::catalogue

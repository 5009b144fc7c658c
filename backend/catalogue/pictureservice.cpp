// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/pictureservice.h"

using namespace Qt::StringLiterals;

namespace tp::catalogue {

Result<PictureService::Kept> PictureService::keep(storage::UnitOfWork &work, const ProductId &id,
                                                  std::string_view picture) const
{
    TP_CHECK(m_products.version(work, id)); // No file for a product that does not exist.
    TP_TRY(Thumbnails thumbnails, makeThumbnails(picture));
    for (std::size_t i = 0; i < ThumbnailSizes.size(); ++i) {
        TP_CHECK(m_images.keep(thumbnails.hash, ThumbnailSizes[i], thumbnails.sizes[i].bytes));
    }
    TP_TRY(const qint64 version, m_products.setImage(work, id, thumbnails.hash));
    return Kept{std::move(thumbnails), version};
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

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/imageroutes.h"

#include "backend/catalogue/pictureservice.h"
#include "backend/catalogue/productqueries.h"
#include "backend/contract/productimage.h"
#include "backend/http/router.h"

using namespace Qt::StringLiterals;

namespace tp::catalogue {

namespace {

using http::Answer;
using http::Call;
using http::Param;

constexpr std::size_t PictureBytesMax = 5 * 1024 * 1024;

QString imageUrlOf(const ProductId &id, const std::string &hash)
{
    return u"/api/products/%1/image?v=%2"_s.arg(id.toQString(), QString::fromStdString(hash));
}

Result<Thumbnails> drawImage(const PictureService &pictures, const Call &call,
                             storage::Snapshot &snapshot)
{
    // No file for a product that does not exist.
    TP_CHECK(ProductQueries().imageHash(snapshot, call.pathId<ProductId>("id")));
    return pictures.keep(call.body());
}

Result<Answer> giveImage(const PictureService &pictures, const ProductService &products,
                         const Call &call, const Thumbnails &thumbnails, storage::UnitOfWork &work)
{
    const auto id = call.pathId<ProductId>("id");
    TP_TRY(const qint64 version, products.version(work, id));
    TP_CHECK(call.requireMatch(version));
    TP_TRY(const qint64 versionAfter, pictures.give(work, id, thumbnails));

    const QString url = imageUrlOf(id, thumbnails.hash);
    contract::ProductImage image{
        .productId = id, .imageUrl = url, .thumbnails = {}, .version = versionAfter};
    for (std::size_t i = 0; i < ThumbnailSizes.size(); ++i) {
        const QSize size = thumbnails.sizes[i].size;
        image.thumbnails.append(
            {u"%1&size=%2"_s.arg(url).arg(ThumbnailSizes[i]), size.width(), size.height()});
    }
    return Answer::json(200, contract::ProductImage::object().toJson(image));
}

Result<Answer> sendImage(const PictureService &pictures, const Call &call,
                         storage::Snapshot &snapshot)
{
    TP_TRY(const std::string hash,
           ProductQueries().imageHash(snapshot, call.pathId<ProductId>("id")));
    const std::string size = call.text("size").value_or("640");
    const int pixels = size == "160" ? 160 : 640;
    TP_TRY(const QByteArray picture, pictures.find(hash, pixels));
    // An address with the hash of its picture never shows another one.
    const bool isForEver = call.text("v") == hash;
    return Answer::bytes(mediaTypeOf(picture), picture.toStdString())
        .withEtag(hash + '-' + size)
        .withCacheControl(isForEver ? "public, max-age=31536000, immutable" : "public, no-cache");
}

} // namespace

void addImageRoutes(http::Router &router, const ProductService &products, ImageStore &images)
{
    const PictureService pictures(products, images);

    router.put("/api/products/{id}/image")
        .summary(u"Give a product its picture"_s)
        .description(
            u"PNG, JPEG, WebP or GIF, at most 5 MiB and 40 megapixels. It is drawn anew in "
            "two sizes; what else was in the file is not kept. A refused picture is "
            "unsupported_image."_s)
        .tag(u"Catalogue"_s)
        .needs(Permission::CatalogueWrite)
        .bodyBytes({"image/png", "image/jpeg", "image/webp", "image/gif"}, PictureBytesMax)
        .answers<contract::ProductImage>(200)
        .problems({ErrorCode::StaleVersion, ErrorCode::UnsupportedImage})
        .writesPrepared<Thumbnails>(
            [pictures](const Call &call, storage::Snapshot &snapshot) {
                return drawImage(pictures, call, snapshot);
            },
            [pictures, &products](const Call &call, const Thumbnails &thumbnails,
                                  storage::UnitOfWork &work) {
                return giveImage(pictures, products, call, thumbnails, work);
            });

    router.get("/api/products/{id}/image")
        .summary(u"The picture of a product"_s)
        .tag(u"Catalogue"_s)
        .open()
        .query({Param::choice("size", u"The longer side in pixels; 640 unless said"_s,
                              {u"160"_s, u"640"_s}),
                Param::text("v", u"As image_url has it: the answer may be kept for ever"_s, 64)})
        .answersBytes({"image/jpeg", "image/png"})
        .reads([pictures](const Call &call, storage::Snapshot &snapshot) {
            return sendImage(pictures, call, snapshot);
        });
}

} // namespace tp::catalogue

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/thumbnailservice.h"

#include <QBuffer>
#include <QColorSpace>
#include <QCryptographicHash>
#include <QImage>
#include <QImageReader>
#include <QImageWriter>

using namespace Qt::StringLiterals;

namespace tp::catalogue {

namespace {

constexpr qint64 PixelsMax = 40'000'000;
constexpr int JpegQuality = 85;
constexpr std::size_t HashDigits = 32;

Error unsupported(const QString &why)
{
    return {ErrorCode::UnsupportedImage, why, {}};
}

/// By their signatures, so that no other decoder of Qt ever sees a stranger's bytes.
QByteArray formatOf(std::string_view bytes)
{
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"))
        return "png";
    if (bytes.starts_with("\xff\xd8\xff"))
        return "jpeg";
    if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a"))
        return "gif";
    if (bytes.starts_with("RIFF") && bytes.substr(8).starts_with("WEBP"))
        return "webp";
    return {};
}

QSize fitting(QSize size, int longest)
{
    if (size.width() <= longest && size.height() <= longest)
        return size;
    return size.scaled(longest, longest, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
}

/// The pixels alone, in sRGB: texts, profiles and whatever else the file carried stay behind.
QImage plain(QImage image)
{
    if (image.colorSpace().isValid())
        image.convertToColorSpace(QColorSpace::SRgb);
    image.convertTo(image.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    return QImage(image.constBits(), image.width(), image.height(), image.bytesPerLine(),
                  image.format())
        .copy();
}

Result<QImage> decoded(std::string_view picture)
{
    const QByteArray format = formatOf(picture);
    if (format.isEmpty())
        return unsupported(u"Not a PNG, JPEG, WebP or GIF picture"_s);
    QByteArray bytes = QByteArray::fromRawData(picture.data(), qsizetype(picture.size()));
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isEmpty())
        return unsupported(u"The picture cannot be read"_s);
    if (qint64(size.width()) * size.height() > PixelsMax)
        return unsupported(u"The picture has more than 40 megapixels"_s);
    reader.setScaledSize(fitting(size, ThumbnailSizes.back()));
    QImage image;
    if (!reader.read(&image) || image.isNull())
        return unsupported(u"The picture cannot be read: %1"_s.arg(reader.errorString()));
    return plain(std::move(image));
}

Result<Thumbnail> drawn(const QImage &image, int longest)
{
    const QSize size = fitting(image.size(), longest);
    const QImage scaled = image.size() == size
                              ? image
                              : image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    Thumbnail thumbnail{{}, size};
    QBuffer buffer(&thumbnail.bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, scaled.hasAlphaChannel() ? "png" : "jpeg");
    if (!scaled.hasAlphaChannel())
        writer.setQuality(JpegQuality);
    if (!writer.write(scaled))
        return Error{ErrorCode::Internal, u"A thumbnail: %1"_s.arg(writer.errorString()), {}};
    return thumbnail;
}

} // namespace

Result<Thumbnails> makeThumbnails(std::string_view picture)
{
    TP_TRY(const QImage image, decoded(picture));
    Thumbnails thumbnails;
    const QByteArrayView bytes(picture.data(), qsizetype(picture.size()));
    thumbnails.hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)
                          .toHex()
                          .toStdString()
                          .substr(0, HashDigits);
    for (std::size_t i = 0; i < ThumbnailSizes.size(); ++i) {
        TP_TRY(thumbnails.sizes[i], drawn(image, ThumbnailSizes[i]));
    }
    return thumbnails;
}

std::string_view mediaTypeOf(const QByteArray &thumbnail)
{
    return thumbnail.startsWith("\x89PNG") ? "image/png" : "image/jpeg";
}

} // namespace tp::catalogue

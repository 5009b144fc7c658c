// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/productpictures.h"

#include "backend/catalogue/thumbnailservice.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tp::daemon {

namespace {

constexpr qint64 PictureBytesMax = 5 * 1024 * 1024;

Error badPicture(const QString &reason)
{
    return {ErrorCode::UnsupportedImage, reason, {}};
}

} // namespace

Result<std::string> ProductPictures::take(const QString &path, Keep keep)
{
    const QString filePath = QDir(m_baseFolder).absoluteFilePath(path);
    QFile file(filePath);
    if (!QFileInfo(filePath).isFile())
        return badPicture(u"there is no file %1"_s.arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return badPicture(u"%1 cannot be read: %2"_s.arg(path, file.errorString()));
    const QByteArray bytes = file.read(PictureBytesMax + 1);
    if (bytes.size() > PictureBytesMax)
        return badPicture(u"%1 is larger than 5 MiB"_s.arg(path));
    TP_TRY(const catalogue::Thumbnails thumbnails,
           catalogue::makeThumbnails({bytes.constData(), std::size_t(bytes.size())}));
    if (keep == Keep::No)
        return thumbnails.hash;
    for (std::size_t i = 0; i < catalogue::ThumbnailSizes.size(); ++i) {
        TP_CHECK(
            m_store.keep(thumbnails.hash, catalogue::ThumbnailSizes[i], thumbnails.sizes[i].bytes));
    }
    return thumbnails.hash;
}

} // namespace tp::daemon

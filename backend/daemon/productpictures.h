// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/catalogue/imagestore.h"
#include "backend/kernel/result.h"

#include <QString>

#include <string>

namespace tp::daemon {

/// The pictures that a file of products names: paths relative to the file's own folder.
class ProductPictures
{
public:
    ProductPictures(const QString &baseFolder, catalogue::ImageStore &store)
        : m_baseFolder(baseFolder)
        , m_store(store)
    {}

    enum class Keep { Yes, No };

    /// Reads a picture and keeps its thumbnails (a dry run does not); its hash. UnsupportedImage
    /// says in a sentence what is wrong with it, any other error is the disk's.
    Result<std::string> take(const QString &path, Keep keep);

private:
    QString m_baseFolder;
    catalogue::ImageStore &m_store;
};

} // namespace tp::daemon

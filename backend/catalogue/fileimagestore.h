// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/catalogue/imagestore.h"

#include <QString>

namespace tp::catalogue {

/// Pictures as files of one folder, two levels deep. The folder is made with the first picture.
class FileImageStore final : public ImageStore
{
public:
    explicit FileImageStore(QString folder) : m_folder(std::move(folder)) {}

    Result<void> keep(std::string_view hash, int size, const QByteArray &bytes) override;
    Result<std::optional<QByteArray>> find(std::string_view hash, int size) override;

private:
    QString folderOf(std::string_view hash) const;
    QString fileOf(std::string_view hash, int size) const;

    const QString m_folder;
};

} // namespace tp::catalogue

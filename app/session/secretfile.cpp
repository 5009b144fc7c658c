// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/session/secretfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace tp::session {

namespace {

constexpr qint64 SecretLengthMax = 64 * 1024;
constexpr QFile::Permissions OwnerAlone = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions Others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                      QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

} // namespace

std::optional<QByteArray> SecretFile::read() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly) || (file.permissions() & Others))
        return std::nullopt;
    return file.read(SecretLengthMax);
}

bool SecretFile::write(const QByteArray &secret) const
{
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    // An older file hands its permissions down to the one that replaces it.
    if (QFile::exists(m_path))
        QFile::setPermissions(m_path, OwnerAlone);
    QSaveFile file(m_path);
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(OwnerAlone))
        return false;
    return file.write(secret) == secret.size() && file.commit();
}

void SecretFile::remove() const
{
    QFile::remove(m_path);
}

} // namespace tp::session

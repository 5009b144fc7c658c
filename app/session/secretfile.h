// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace tp::session {

/// A secret in a file that only this user of the computer can read (0600), where there is no
/// keychain. Not encrypted: it could only be with a key that lies beside it.
class SecretFile
{
public:
    explicit SecretFile(const QString &path) : m_path(path) {}

    const QString &path() const { return m_path; }

    /// Nothing: there is none, it cannot be read, or others could read it.
    std::optional<QByteArray> read() const;

    /// Whole or not at all; false: it could not be.
    bool write(const QByteArray &secret) const;
    void remove() const;

private:
    QString m_path;
};

} // namespace tp::session

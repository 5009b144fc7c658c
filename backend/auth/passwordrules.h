// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"

#include <QByteArray>
#include <QSet>
#include <QString>

#include <optional>

namespace tp::auth {

/// Which passwords and PINs people may choose. Nothing is said of how a password is composed (NIST
/// SP 800-63B 5.1.1.2): long enough, not among the most used, not one's own e-mail.
class PasswordRules
{
public:
    static constexpr qsizetype LengthMin = 8;
    static constexpr qsizetype LengthMax = 256;

    /// `mostUsed`: one a line, in lower case.
    explicit PasswordRules(const QByteArray &mostUsed);

    /// InvalidBody that names the member at `pointer`, or success. `email` may be empty.
    Result<void> check(const QString &password, const QString &email, const QString &pointer) const;

    qsizetype mostUsedCount() const { return m_mostUsed.size(); }

private:
    QSet<QString> m_mostUsed;
};

/// 4 to 8 digits; InvalidBody that names the member at `pointer`.
Result<void> checkPin(const QString &pin, const QString &pointer);

} // namespace tp::auth

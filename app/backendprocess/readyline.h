// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QUrl>

#include <optional>

namespace tp::backendprocess {

/// What one line on the backend's standard output says.
struct ReadyLine
{
    enum class Kind {
        Other, ///< Something that is not for us.
        Ready,
        Broken ///< Says that it is ready, but not where.
    };

    Kind kind = Kind::Other;
    QUrl url;          ///< Only when ready: http or https, with a host.
    qint64 pid = 0;    ///< 0: not said.
    QString setUpCode; ///< Of a fresh shop: makes its first admin. Empty: it has one.
};

/// {"event":"ready","url":"http://127.0.0.1:43127","pid":4711}; a fresh shop's has
/// "setup_code" too, and more members may follow.
ReadyLine readReadyLine(QByteArrayView line);

} // namespace tp::backendprocess

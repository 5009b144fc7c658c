// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>
#include <string>

namespace tp::http {

/// A query parameter that a route knows. A request with any other is refused.
struct Param
{
    enum class Kind { Text, Integer, Boolean, Id, Choice };

    std::string name;
    QString description;
    Kind kind = Kind::Text;
    qint64 min = 0; ///< Shortest text in bytes, or the smallest integer.
    qint64 max = 0; ///< Longest text in bytes, or the largest integer.
    QStringList choices;

    static Param text(std::string name, QString description, qint64 bytesMax = 200);
    static Param integer(std::string name, QString description, qint64 min, qint64 max);
    static Param boolean(std::string name, QString description);
    static Param id(std::string name, QString description);
    static Param choice(std::string name, QString description, QStringList choices);

    /// What is wrong with `value`, as a sentence; nothing when it will do.
    std::optional<QString> complaint(const std::string &value) const;
};

} // namespace tp::http

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/param.h"

#include "backend/kernel/uuid.h"

#include <charconv>

using namespace Qt::StringLiterals;

namespace tp::http {

Param Param::text(std::string name, QString description, qint64 bytesMax)
{
    return {std::move(name), std::move(description), Kind::Text, 0, bytesMax, {}};
}

Param Param::integer(std::string name, QString description, qint64 min, qint64 max)
{
    return {std::move(name), std::move(description), Kind::Integer, min, max, {}};
}

Param Param::boolean(std::string name, QString description)
{
    return {std::move(name), std::move(description), Kind::Boolean, 0, 0, {}};
}

Param Param::id(std::string name, QString description)
{
    return {std::move(name), std::move(description), Kind::Id, 0, 0, {}};
}

Param Param::choice(std::string name, QString description, QStringList choices)
{
    return {std::move(name), std::move(description), Kind::Choice, 0, 0, std::move(choices)};
}

std::optional<QString> Param::complaint(const std::string &value) const
{
    switch (kind) {
    case Kind::Text:
        if (qint64(value.size()) > max)
            return u"is longer than %1 bytes"_s.arg(max);
        return std::nullopt;
    case Kind::Integer: {
        qint64 number = 0;
        const auto [end, error] =
            std::from_chars(value.data(), value.data() + value.size(), number);
        if (error != std::errc() || end != value.data() + value.size() || number < min ||
            number > max)
            return u"is not a whole number from %1 to %2"_s.arg(min).arg(max);
        return std::nullopt;
    }
    case Kind::Boolean:
        if (value != "true" && value != "false")
            return u"is neither true nor false"_s;
        return std::nullopt;
    case Kind::Id:
        if (!Uuid::parse(value))
            return u"is not a UUID"_s;
        return std::nullopt;
    case Kind::Choice:
        if (!choices.contains(QString::fromStdString(value)))
            return u"is none of %1"_s.arg(choices.join(u", "));
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

} // namespace tp::http

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/backendprocess/readyline.h"

#include "backend/contract/jsonvalue.h"

namespace tp::backendprocess {

namespace {

using contract::JsonValue;

QString toText(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

std::string_view textOf(const JsonValue &object, std::string_view name, JsonValue::Type type)
{
    const JsonValue *member = object.find(name);
    return member && member->type == type ? std::string_view(member->text) : std::string_view();
}

bool isUsable(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
}

} // namespace

ReadyLine readReadyLine(QByteArrayView line)
{
    const auto json = contract::parseJson({line.data(), std::size_t(line.size())});
    if (!json || json->type != JsonValue::Type::Object ||
        textOf(*json, "event", JsonValue::Type::String) != "ready")
        return {};

    const QUrl url(toText(textOf(*json, "url", JsonValue::Type::String)), QUrl::StrictMode);
    if (!isUsable(url))
        return {ReadyLine::Kind::Broken, {}, 0, {}};
    const std::string_view pid = textOf(*json, "pid", JsonValue::Type::Number);
    return {ReadyLine::Kind::Ready, url,
            QByteArrayView(pid.data(), qsizetype(pid.size())).toByteArray().toLongLong(),
            toText(textOf(*json, "setup_code", JsonValue::Type::String))};
}

} // namespace tp::backendprocess

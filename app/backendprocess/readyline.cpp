// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/backendprocess/readyline.h"

#include "backend/contract/jsonvalue.h"

namespace tp::backendprocess {

namespace {

using contract::JsonValue;

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

    const std::string_view text = textOf(*json, "url", JsonValue::Type::String);
    const QUrl url(QString::fromUtf8(text.data(), qsizetype(text.size())), QUrl::StrictMode);
    if (!isUsable(url))
        return {ReadyLine::Kind::Broken, {}, 0};
    const std::string_view pid = textOf(*json, "pid", JsonValue::Type::Number);
    return {ReadyLine::Kind::Ready, url,
            QByteArrayView(pid.data(), qsizetype(pid.size())).toByteArray().toLongLong()};
}

} // namespace tp::backendprocess

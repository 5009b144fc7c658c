// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orchestration/sagadata.h"

#include "backend/contract/jsonvalue.h"
#include "backend/contract/jsonwriter.h"

namespace tp::orchestration {
namespace {

/// Empty where it cannot be read.
contract::JsonValue dataOf(const saga::SagaView &view)
{
    auto data = contract::parseJson(view.data);
    return data ? std::move(data).value() : contract::JsonValue();
}

std::string textIn(const contract::JsonValue &data, std::string_view name)
{
    const contract::JsonValue *value = data.find(name);
    return value ? value->text : std::string();
}

} // namespace

std::string sagaData(const Origin &origin, const QString &series)
{
    std::string data;
    contract::JsonWriter json(data);
    json.beginObject().key("actor").string(origin.actor);
    json.key("address").string(origin.address).key("request_id").string(origin.requestId);
    json.key("series").string(series).endObject();
    return data;
}

Origin originIn(const saga::SagaView &view)
{
    const contract::JsonValue data = dataOf(view);
    return {textIn(data, "actor"), textIn(data, "address"), textIn(data, "request_id")};
}

QString seriesIn(const saga::SagaView &view)
{
    return QString::fromStdString(textIn(dataOf(view), "series"));
}

} // namespace tp::orchestration

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orchestration/sagadata.h"

#include "backend/contract/jsonvalue.h"
#include "backend/contract/jsonwriter.h"

namespace tp::orchestration {
namespace {

std::string textIn(const saga::SagaView &view, std::string_view name)
{
    const auto data = contract::parseJson(view.data);
    const contract::JsonValue *value = data ? data->find(name) : nullptr;
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
    return {textIn(view, "actor"), textIn(view, "address"), textIn(view, "request_id")};
}

QString seriesIn(const saga::SagaView &view)
{
    return QString::fromStdString(textIn(view, "series"));
}

} // namespace tp::orchestration

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

std::string sagaData(const CheckoutData &data)
{
    std::string text;
    contract::JsonWriter json(text);
    json.beginObject().key("actor").string(data.origin.actor);
    json.key("address").string(data.origin.address);
    json.key("request_id").string(data.origin.requestId);
    json.key("series").string(data.series);
    if (data.hasCards)
        json.key("cards").boolean(true);
    if (data.isLater)
        json.key("later").boolean(true);
    json.endObject();
    return text;
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

bool hasCardsIn(const saga::SagaView &view)
{
    return dataOf(view).find("cards") != nullptr;
}

bool isPaidLaterIn(const saga::SagaView &view)
{
    return dataOf(view).find("later") != nullptr;
}

} // namespace tp::orchestration

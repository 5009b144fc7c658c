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
    if (data.later)
        json.key("later").string(data.later->toString());
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

std::optional<PaymentId> laterPaymentIn(std::string_view data)
{
    const auto json = contract::parseJson(data);
    const contract::JsonValue *later = json ? json->find("later") : nullptr;
    return later ? PaymentId::parse(std::string_view(later->text)) : std::nullopt;
}

} // namespace tp::orchestration

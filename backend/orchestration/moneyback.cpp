// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orchestration/moneyback.h"

#include "backend/contract/jsonvalue.h"
#include "backend/contract/jsonwriter.h"

namespace tp::orchestration {
namespace {

using contract::JsonValue;

const std::string &textAt(const JsonValue &object, std::string_view name)
{
    static const std::string None;
    const JsonValue *value = object.find(name);
    return value ? value->text : None;
}

qint64 numberAt(const JsonValue &object, std::string_view name)
{
    return QByteArray::fromStdString(textAt(object, name)).toLongLong();
}

template <typename SomeId>
SomeId idAt(const JsonValue &object, std::string_view name)
{
    return SomeId::parse(std::string_view(textAt(object, name))).value_or(SomeId());
}

const std::vector<JsonValue> &itemsAt(const JsonValue &object, std::string_view name)
{
    static const std::vector<JsonValue> None;
    const JsonValue *value = object.find(name);
    return value ? value->items : None;
}

} // namespace

std::string MoneyBack::toData() const
{
    std::string data;
    contract::JsonWriter json(data);
    json.beginObject().key("actor").string(origin.actor);
    json.key("address").string(origin.address).key("request_id").string(origin.requestId);
    json.key("reason").string(reason).key("parts").beginArray();
    for (const Part &part : parts) {
        json.beginObject().key("payment").string(part.payment.toString());
        json.key("amount").integer(part.amountMinor).endObject();
    }
    json.endArray().key("lines").beginArray();
    for (const Line &line : lines) {
        json.beginObject().key("line").string(line.line.toString());
        json.key("thousandths").integer(line.quantity.thousandths());
        json.key("restock").boolean(line.isRestocked).endObject();
    }
    json.endArray().endObject();
    return data;
}

MoneyBack MoneyBack::fromData(std::string_view data)
{
    const auto parsed = contract::parseJson(data);
    if (!parsed)
        return {};
    MoneyBack back;
    back.origin = {textAt(*parsed, "actor"), textAt(*parsed, "address"),
                   textAt(*parsed, "request_id")};
    back.reason = QString::fromStdString(textAt(*parsed, "reason"));
    for (const JsonValue &part : itemsAt(*parsed, "parts"))
        back.parts.append({idAt<PaymentId>(part, "payment"), numberAt(part, "amount")});
    for (const JsonValue &line : itemsAt(*parsed, "lines")) {
        const JsonValue *restock = line.find("restock");
        back.lines.append({idAt<OrderLineId>(line, "line"),
                           *Quantity::fromThousandths(numberAt(line, "thousandths")),
                           restock && restock->boolean});
    }
    return back;
}

} // namespace tp::orchestration

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/percurrency.h"

namespace tp::contract {

namespace {

constexpr std::string_view CurrencyPattern = "^[A-Z]{3}$";

bool isCurrency(std::string_view code, const Reading &at)
{
    if (Currency::fromCode(code))
        return true;
    at.fail(ErrorCode::InvalidValue,
            QStringLiteral("A currency is an ISO 4217 code in capitals, as EUR"));
    return false;
}

} // namespace

void CurrencyCode::read(const JsonValue &json, const Reading &at, QString &out) const
{
    std::string_view code;
    if (readName(json, at, code) && isCurrency(code, at))
        out = QString::fromLatin1(code.data(), qsizetype(code.size()));
}

void CurrencyCode::writeMembers(const SchemaPlace &place) const
{
    place.json.key("type").string("string").key("pattern").string(CurrencyPattern);
}

void PerCurrency::read(const JsonValue &json, const Reading &at, QMap<QString, qint64> &out) const
{
    if (json.type != JsonValue::Type::Object) {
        at.fail(ErrorCode::WrongType, QStringLiteral("This is to be an object"));
        return;
    }
    QMap<QString, qint64> values;
    for (const auto &[code, value] : json.members) {
        const Reading member = at.member(code);
        qint64 number = 0;
        if (!isCurrency(code, member))
            continue;
        each.read(value, member, number);
        values.insert(QString::fromStdString(code), number);
    }
    out = std::move(values);
}

void PerCurrency::write(const QMap<QString, qint64> &values, JsonWriter &json) const
{
    json.beginObject();
    for (auto value = values.constBegin(); value != values.constEnd(); ++value) {
        const std::string code = value.key().toStdString();
        json.key(code).integer(value.value());
    }
    json.endObject();
}

void PerCurrency::writeMembers(const SchemaPlace &place) const
{
    JsonWriter &json = place.json;
    json.key("type").string("object").key("propertyNames").beginObject();
    json.key("pattern").string(CurrencyPattern).endObject();
    json.key("additionalProperties").beginObject();
    each.writeMembers(place);
    json.endObject();
}

} // namespace tp::contract

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/jsonvalue.h"

#include "backend/contract/canonicalnumber.h"
#include "backend/contract/jsonwriter.h"

#include <algorithm>

namespace tp::contract {

namespace {

std::vector<const JsonValue::Member *> sortedMembers(const JsonValue &object)
{
    std::vector<const JsonValue::Member *> sorted;
    sorted.reserve(object.members.size());
    for (const auto &member : object.members)
        sorted.push_back(&member);
    std::sort(sorted.begin(), sorted.end(),
              [](const auto *a, const auto *b) { return a->first < b->first; });
    return sorted;
}

bool sameMembers(const JsonValue &a, const JsonValue &b)
{
    if (a.members.size() != b.members.size())
        return false;
    const auto left = sortedMembers(a);
    const auto right = sortedMembers(b);
    return std::equal(left.begin(), left.end(), right.begin(),
                      [](const auto *x, const auto *y) { return *x == *y; });
}

void writeValue(const JsonValue &value, JsonWriter &json)
{
    switch (value.type) {
    case JsonValue::Type::Null:
        json.null();
        return;
    case JsonValue::Type::Boolean:
        json.boolean(value.boolean);
        return;
    case JsonValue::Type::Number:
        json.raw(canonicalNumber(value.text));
        return;
    case JsonValue::Type::String:
        json.string(value.text);
        return;
    case JsonValue::Type::Array:
        json.beginArray();
        for (const JsonValue &item : value.items)
            writeValue(item, json);
        json.endArray();
        return;
    case JsonValue::Type::Object:
        json.beginObject();
        for (const JsonValue::Member *member : sortedMembers(value)) {
            std::string name;
            JsonWriter(name).string(member->first);
            json.key(std::string_view(name).substr(1, name.size() - 2)); // Escaped, unquoted.
            writeValue(member->second, json);
        }
        json.endObject();
        return;
    }
    Q_UNREACHABLE();
}

} // namespace

JsonValue::JsonValue() = default;

const JsonValue *JsonValue::find(std::string_view name) const
{
    for (const auto &member : members) {
        if (member.first == name)
            return &member.second;
    }
    return nullptr;
}

void JsonValue::writeCanonical(std::string &out) const
{
    JsonWriter json(out);
    writeValue(*this, json);
}

bool operator==(const JsonValue &a, const JsonValue &b)
{
    if (a.type != b.type)
        return false;
    switch (a.type) {
    case JsonValue::Type::Null:
        return true;
    case JsonValue::Type::Boolean:
        return a.boolean == b.boolean;
    case JsonValue::Type::Number:
        return a.text == b.text || canonicalNumber(a.text) == canonicalNumber(b.text);
    case JsonValue::Type::String:
        return a.text == b.text;
    case JsonValue::Type::Array:
        return a.items == b.items;
    case JsonValue::Type::Object:
        return sameMembers(a, b);
    }
    Q_UNREACHABLE();
}

JsonValue emptyObject()
{
    JsonValue object;
    object.type = JsonValue::Type::Object;
    return object;
}

} // namespace tp::contract

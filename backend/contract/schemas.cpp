// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/schemas.h"

namespace tp::contract {

std::string Schemas::add(const AnyObject &object)
{
    const auto [entry, isNew] = m_components.try_emplace(std::string(object.name()));
    Component &component = entry->second;
    if (isNew) {
        component.object = &object; // Noted first: an object may hold others of its own kind.
        std::string schema;
        JsonWriter json(schema);
        object.writeSchema(json, *this);
        Q_ASSERT(json.finished());
        component.schema = std::move(schema);
    }
    Q_ASSERT(component.object == &object);
    return "#/components/schemas/" + entry->first;
}

void Schemas::reference(JsonWriter &json, const AnyObject &object)
{
    json.beginObject().key("$ref").string(add(object)).endObject();
}

void Schemas::write(JsonWriter &json) const
{
    json.beginObject();
    for (const auto &[name, component] : m_components)
        json.key(name).raw(component.schema);
    json.endObject();
}

} // namespace tp::contract

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/objectframe.h"

namespace tp::contract {

void ObjectFrame::append(const FieldHead &head)
{
    Q_ASSERT(indexOf(head.name, 0) < 0);
    m_heads.push_back(head);
}

int ObjectFrame::indexOf(std::string_view name, int guess) const
{
    if (guess < int(m_heads.size()) && m_heads[std::size_t(guess)].name == name)
        return guess;
    for (std::size_t i = 0; i < m_heads.size(); ++i) {
        if (m_heads[i].name == name)
            return int(i);
    }
    return -1;
}

bool ObjectFrame::isObject(const JsonValue &json, const Reading &at) const
{
    if (json.type != JsonValue::Type::Object)
        at.fail(ErrorCode::WrongType, QStringLiteral("This is to be an object"));
    return json.type == JsonValue::Type::Object;
}

void ObjectFrame::noteUnknown(std::string_view name, const Reading &at) const
{
    if (m_use == Use::Request)
        at.member(name).fail(ErrorCode::UnknownMember, QStringLiteral("There is no such member"));
}

void ObjectFrame::checkPresence(const std::vector<bool> &seen, const Reading &at) const
{
    for (std::size_t i = 0; i < m_heads.size(); ++i) {
        if (m_heads[i].presence == Presence::Required && !seen[i])
            at.member(m_heads[i].name)
                .fail(ErrorCode::Required, QStringLiteral("This member is missing"));
    }
    for (const auto &group : m_groups) {
        int found = 0;
        for (const std::string_view name : group) {
            if (!seen[std::size_t(indexOf(name, 0))] || ++found < 2)
                continue;
            at.member(name).fail(
                ErrorCode::InvalidValue,
                QStringLiteral("This cannot stand beside %1")
                    .arg(QLatin1String(group.front().data(), qsizetype(group.front().size()))));
        }
        if (found == 0)
            at.member(group.front())
                .fail(ErrorCode::Required,
                      QStringLiteral("One of the members of this kind is needed"));
    }
}

void ObjectFrame::writeSchema(JsonWriter &json, Schemas &schemas) const
{
    json.beginObject().key("type").string("object").key("description").string(m_description);
    json.key("properties").beginObject();
    for (std::size_t i = 0; i < m_heads.size(); ++i)
        writeProperty(i, {json, schemas, m_use});
    json.endObject();
    writeRequired(json);
    writeGroups(json);
    json.key("additionalProperties").boolean(false).endObject();
}

void ObjectFrame::writeProperty(std::size_t field, const SchemaPlace &place) const
{
    const FieldHead &head = m_heads[field];
    JsonWriter &json = place.json;
    json.key(head.name).beginObject().key("description").string(head.description);
    if (head.isReadOnly)
        json.key("readOnly").boolean(true);
    if (head.presence == Presence::Nullable || head.presence == Presence::OptionalOrNull) {
        json.key("anyOf").beginArray().beginObject();
        writeFieldSchema(field, place);
        json.endObject().beginObject().key("type").string("null").endObject().endArray();
    } else {
        writeFieldSchema(field, place);
    }
    json.endObject();
}

void ObjectFrame::writeRequired(JsonWriter &json) const
{
    bool isOpen = false;
    for (const FieldHead &head : m_heads) {
        const bool isThere = head.presence == Presence::Required ||
                             (head.presence == Presence::Nullable && m_use == Use::Answer);
        if (!isThere)
            continue;
        if (!isOpen)
            json.key("required").beginArray();
        isOpen = true;
        json.string(head.name);
    }
    if (isOpen)
        json.endArray();
}

void ObjectFrame::writeGroups(JsonWriter &json) const
{
    if (m_groups.empty())
        return;
    json.key("allOf").beginArray();
    for (const auto &group : m_groups) {
        json.beginObject().key("oneOf").beginArray();
        for (const std::string_view name : group) {
            json.beginObject().key("required").beginArray().string(name).endArray();
            json.endObject();
        }
        json.endArray().endObject();
    }
    json.endArray();
}

Error invalidBody(QList<FieldError> fields)
{
    const QString detail =
        fields.size() == 1
            ? QStringLiteral("One thing in the body is not valid")
            : QStringLiteral("%1 things in the body are not valid").arg(fields.size());
    return Error{ErrorCode::InvalidBody, detail, std::move(fields)};
}

} // namespace tp::contract

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/field.h"
#include "backend/contract/objectframe.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tp::contract {

/// A DTO's members, stated once: reading with every error at once, writing and the JSON Schema
/// follow from it. Built as a function-local constant in `static const Object<T> &T::object()`;
/// names and descriptions are literals. Immutable afterwards, so any thread may use it.
///
///     static const auto object = Object<NewLocation>(Use::Request, "NewLocation", "…")
///         .optional("id", &NewLocation::id, "Chosen by the client, or left to the backend")
///         .required("name", &NewLocation::name, Text{1, 100}, "What people call it");
///
/// A member X is default-constructed when it is left out; a required Money or id that has no
/// meaningful default is a std::optional that is always set after reading.
template <typename T>
class Object final : public ObjectFrame
{
public:
    using ObjectFrame::ObjectFrame;

    template <typename M, typename Rule>
    Object &&required(std::string_view name, M T::*member, Rule rule,
                      std::string_view description) &&
    {
        return add({name, description, Presence::Required}, member, std::move(rule));
    }

    template <typename M>
    Object &&required(std::string_view name, M T::*member, std::string_view description) &&
    {
        return add({name, description, Presence::Required}, member,
                   typename DefaultRule<M>::Rule{});
    }

    /// May be left out. A Change<std::optional<X>> may also be null.
    template <typename M, typename Rule>
    Object &&optional(std::string_view name, M T::*member, Rule rule,
                      std::string_view description) &&
    {
        return add({name, description, presenceOf<M>()}, member, std::move(rule));
    }

    template <typename M>
    Object &&optional(std::string_view name, M T::*member, std::string_view description) &&
    {
        return add({name, description, presenceOf<M>()}, member, typename DefaultRule<M>::Rule{});
    }

    /// Null or a value: the member is a std::optional.
    template <typename V, typename Rule>
    Object &&nullable(std::string_view name, std::optional<V> T::*member, Rule rule,
                      std::string_view description) &&
    {
        return add({name, description, Presence::Nullable}, member, std::move(rule));
    }

    template <typename V>
    Object &&nullable(std::string_view name, std::optional<V> T::*member,
                      std::string_view description) &&
    {
        return add({name, description, Presence::Nullable}, member,
                   typename DefaultRule<V>::Rule{});
    }

    /// In a request: accepted with any value, set aside for unchanged().
    Object &&readOnly(std::string_view name, ReadOnlyMembers T::*members,
                      std::string_view description) &&
    {
        append({name, description, Presence::Optional, true});
        m_fields.push_back(std::make_unique<ReadOnlyField<T>>(name, members));
        return std::move(*this);
    }

    /// In an answer: the member named last is set by the backend alone. Only the schema says so.
    Object &&asReadOnly() &&
    {
        markLastReadOnly();
        return std::move(*this);
    }

    /// One of these members must be there, and only one.
    Object &&exactlyOne(std::vector<std::string_view> names) &&
    {
        addGroup(std::move(names));
        return std::move(*this);
    }

    /// InvalidBody with a field error for everything that is wrong.
    Result<T> read(const JsonValue &json) const
    {
        QList<FieldError> errors;
        T value{};
        readInto(json, Reading(errors), value);
        if (!errors.isEmpty())
            return invalidBody(std::move(errors));
        return value;
    }

    /// Parses and reads. MalformedJson, InvalidBody.
    Result<T> parse(std::string_view text) const
    {
        TP_TRY(const JsonValue json, parseJson(text));
        return read(json);
    }

    void readInto(const JsonValue &json, const Reading &at, T &out) const
    {
        if (!isObject(json, at))
            return;
        std::vector<bool> seen(m_fields.size());
        int field = -1;
        for (const auto &[name, value] : json.members) {
            const int found = indexOf(name, field + 1);
            if (found < 0) {
                noteUnknown(name, at);
                continue;
            }
            field = found;
            seen[std::size_t(field)] = true;
            readField(std::size_t(field), value, at.member(name), out);
        }
        checkPresence(seen, at);
    }

    void write(const T &value, JsonWriter &json) const
    {
        json.beginObject();
        for (std::size_t i = 0; i < m_fields.size(); ++i) {
            const FieldHead &head = heads()[i];
            if (m_fields[i]->isSet(value)) {
                json.key(head.name);
                m_fields[i]->write(value, json);
            } else if (head.presence == Presence::Nullable) {
                json.key(head.name).null();
            }
        }
        json.endObject();
    }

    std::string toJson(const T &value) const
    {
        std::string text;
        JsonWriter json(text);
        write(value, json);
        return text;
    }

private:
    template <typename M>
    static constexpr Presence presenceOf()
    {
        return MayBeNull<M>::value ? Presence::OptionalOrNull : Presence::Optional;
    }

    template <typename M, typename Rule>
    Object &&add(const FieldHead &head, M T::*member, Rule rule)
    {
        append(head);
        m_fields.push_back(std::make_unique<MemberField<T, M, Rule>>(member, std::move(rule)));
        return std::move(*this);
    }

    void readField(std::size_t field, const JsonValue &json, const Reading &at, T &out) const
    {
        const Presence presence = heads()[field].presence;
        const bool mayBeNull =
            presence == Presence::Nullable || presence == Presence::OptionalOrNull;
        if (json.isNull() && mayBeNull)
            m_fields[field]->setNull(out);
        else
            m_fields[field]->read(json, at, out);
    }

    void writeFieldSchema(std::size_t field, const SchemaPlace &place) const override
    {
        m_fields[field]->writeSchema(place);
    }

    std::vector<std::unique_ptr<Field<T>>> m_fields;
};

} // namespace tp::contract

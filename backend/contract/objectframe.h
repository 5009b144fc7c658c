// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/fieldrules.h"

#include <string_view>
#include <vector>

namespace tp::contract {

/// May a member be missing?
enum class Presence {
    Required,       ///< Always there, never null.
    Optional,       ///< May be left out; null is not a value.
    Nullable,       ///< Null or a value. A request may leave it out, an answer always has it.
    OptionalOrNull, ///< Left out, null and a value are three different things.
};

/// What an object knows of a member without its type.
struct FieldHead
{
    std::string_view name;
    std::string_view description;
    Presence presence = Presence::Required;
    bool isReadOnly = false;
};

/// The part of Object<T> that does not depend on T: names, presence, groups, the frame of a schema.
class ObjectFrame : public AnyObject
{
public:
    ObjectFrame(Use use, std::string_view name, std::string_view description)
        : m_use(use)
        , m_name(name)
        , m_description(description)
    {}

    std::string_view name() const final { return m_name; }
    std::string_view description() const final { return m_description; }
    void writeSchema(JsonWriter &json, Schemas &schemas) const final;

protected:
    void append(const FieldHead &head);
    void markLastReadOnly() { m_heads.back().isReadOnly = true; }
    void addGroup(std::vector<std::string_view> names) { m_groups.push_back(std::move(names)); }

    const std::vector<FieldHead> &heads() const { return m_heads; }

    /// The place of a member, or -1. Guesses first that members come in the order of the fields.
    int indexOf(std::string_view name, int guess) const;

    bool isObject(const JsonValue &json, const Reading &at) const;
    void noteUnknown(std::string_view name, const Reading &at) const;
    /// Errors for required members that are not in `seen`, and for groups with none or several.
    void checkPresence(const std::vector<bool> &seen, const Reading &at) const;

    virtual void writeFieldSchema(std::size_t field, const SchemaPlace &place) const = 0;

private:
    void writeProperty(std::size_t field, const SchemaPlace &place) const;
    void writeRequired(JsonWriter &json) const;
    void writeGroups(JsonWriter &json) const;

    Use m_use;
    std::string_view m_name;
    std::string_view m_description;
    std::vector<FieldHead> m_heads;
    std::vector<std::vector<std::string_view>> m_groups;
};

/// An object that cannot be used as it is: InvalidBody with all that was found.
Error invalidBody(QList<FieldError> fields);

} // namespace tp::contract

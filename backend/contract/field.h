// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/change.h"
#include "backend/contract/fieldrules.h"

#include <optional>
#include <type_traits>
#include <utility>

namespace tp::contract {

/// One member of T on the wire.
template <typename T>
class Field
{
public:
    virtual ~Field() = default;

    virtual void read(const JsonValue &json, const Reading &at, T &out) const = 0;
    virtual void setNull(T &out) const = 0;
    virtual bool
    isSet(const T &object) const = 0; ///< False: left out, or null if it must be there.
    virtual void write(const T &object, JsonWriter &json) const = 0; ///< Only if it is set.
    virtual void writeSchema(const SchemaPlace &place) const = 0;
};

template <typename V>
struct IsOptional : std::false_type
{};
template <typename V>
struct IsOptional<std::optional<V>> : std::true_type
{};
template <typename V>
struct IsChange : std::false_type
{};
template <typename V>
struct IsChange<Change<V>> : std::true_type
{};

/// A change that may be to nothing.
template <typename M>
struct MayBeNull : std::false_type
{};
template <typename V>
struct MayBeNull<Change<std::optional<V>>> : std::true_type
{};

/// A member that is there or not: X, std::optional<X>, Change<X> and Change<std::optional<X>>
/// seen alike.
template <typename M>
struct Holder
{
    template <typename Rule>
    static void read(const Rule &rule, const JsonValue &json, const Reading &at, M &member)
    {
        if constexpr (IsChange<M>::value) {
            using Value = typename decltype(member.to)::value_type;
            if constexpr (IsOptional<Value>::value) {
                Value value;
                const qsizetype before = at.failures();
                readOptional(rule, json, at, value);
                if (at.failures() == before)
                    member.to = std::move(value);
            } else {
                readOptional(rule, json, at, member.to);
            }
        } else if constexpr (IsOptional<M>::value) {
            readOptional(rule, json, at, member);
        } else {
            rule.read(json, at, member);
        }
    }

    static void setNull(M &member)
    {
        if constexpr (MayBeNull<M>::value)
            member.to.emplace();
        else if constexpr (IsOptional<M>::value)
            member.reset();
    }

    static bool isSet(const M &member)
    {
        if constexpr (IsChange<M>::value || IsOptional<M>::value)
            return bool(member);
        else
            return true;
    }

    template <typename Rule>
    static void write(const Rule &rule, const M &member, JsonWriter &json)
    {
        if constexpr (IsChange<M>::value) {
            Holder<typename decltype(member.to)::value_type>::write(rule, *member.to, json);
        } else if constexpr (IsOptional<M>::value) {
            if (member)
                rule.write(*member, json);
            else
                json.null();
        } else {
            rule.write(member, json);
        }
    }

private:
    template <typename Rule, typename V>
    static void readOptional(const Rule &rule, const JsonValue &json, const Reading &at,
                             std::optional<V> &member)
    {
        if constexpr (requires { rule.read(json, at, member); }) {
            rule.read(json, at, member);
        } else {
            V value{};
            const qsizetype before = at.failures();
            rule.read(json, at, value);
            if (at.failures() == before)
                member = std::move(value);
        }
    }
};

/// A member of a struct with the rule for its values.
template <typename T, typename M, typename Rule>
class MemberField final : public Field<T>
{
public:
    MemberField(M T::*member, Rule rule) : m_member(member), m_rule(std::move(rule)) {}

    void read(const JsonValue &json, const Reading &at, T &out) const override
    {
        Holder<M>::read(m_rule, json, at, out.*m_member);
    }

    void setNull(T &out) const override { Holder<M>::setNull(out.*m_member); }

    bool isSet(const T &object) const override { return Holder<M>::isSet(object.*m_member); }

    void write(const T &object, JsonWriter &json) const override
    {
        Holder<M>::write(m_rule, object.*m_member, json);
    }

    void writeSchema(const SchemaPlace &place) const override { m_rule.writeMembers(place); }

private:
    M T::*m_member;
    Rule m_rule;
};

/// A member that is the backend's: kept as sent, to be compared by unchanged(), never written.
template <typename T>
class ReadOnlyField final : public Field<T>
{
public:
    ReadOnlyField(std::string_view name, ReadOnlyMembers T::*members)
        : m_name(name)
        , m_members(members)
    {}

    void read(const JsonValue &json, const Reading &, T &out) const override
    {
        (out.*m_members).emplace_back(std::string(m_name), json);
    }
    void setNull(T &) const override {}
    bool isSet(const T &) const override { return false; }
    void write(const T &, JsonWriter &) const override {}
    void writeSchema(const SchemaPlace &) const override {}

private:
    std::string_view m_name;
    ReadOnlyMembers T::*m_members;
};

/// The rule of a type that has only one.
template <typename V>
struct DefaultRule
{
    using Rule = std::conditional_t<std::is_enum_v<V>, OneOf<V>, Nested<V>>;
};
template <>
struct DefaultRule<bool>
{
    using Rule = Flag;
};
template <typename Tag>
struct DefaultRule<Id<Tag>>
{
    using Rule = IdText;
};
template <>
struct DefaultRule<Money>
{
    using Rule = Amount;
};
template <>
struct DefaultRule<Quantity>
{
    using Rule = Measure;
};
template <>
struct DefaultRule<Time>
{
    using Rule = Moment;
};
template <>
struct DefaultRule<JsonValue>
{
    using Rule = FreeObject;
};
template <typename V>
struct DefaultRule<std::optional<V>> : DefaultRule<V>
{};
template <typename V>
struct DefaultRule<Change<V>> : DefaultRule<V>
{};

} // namespace tp::contract

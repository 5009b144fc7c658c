// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/jsonvalue.h"
#include "backend/contract/jsonwriter.h"
#include "backend/contract/reading.h"
#include "backend/contract/schemas.h"
#include "backend/contract/time.h"
#include "backend/contract/wirenames.h"
#include "backend/kernel/uuid.h"

#include <concepts>
#include <limits>
#include <optional>

namespace tp::contract {

// A rule says what a member may hold. It reads a JSON value (and tells every error that it finds),
// writes it, and writes its JSON Schema. A value that is refused leaves `out` as it was.

/// What a schema is being written for.
struct SchemaPlace
{
    JsonWriter &json;
    Schemas &schemas;
    Use use = Use::Request;
};

/// Text between two lengths, counted in code points. Control characters are refused (InvalidText),
/// and where something is wanted (codePointsMin above 0) white space alone is nothing (TooShort).
struct Text
{
    enum class Kind {
        Line,  ///< No control character at all.
        Lines, ///< Line feed and tab are fine.
        Code,  ///< Printable ASCII without spaces.
        Any,   ///< Whatever it is, of any length: for answers, which are not judged again.
    };

    int codePointsMin = 0;
    int codePointsMax = 0;
    Kind kind = Kind::Line;

    static Text any() { return {0, std::numeric_limits<int>::max(), Kind::Any}; }

    void read(const JsonValue &json, const Reading &at, QString &out) const;
    void write(const QString &value, JsonWriter &json) const { json.string(QStringView(value)); }
    void writeMembers(const SchemaPlace &place) const;
};

/// A whole number, spelled without fraction and exponent (else WrongType).
struct Integer
{
    qint64 min = 0;
    qint64 max = std::numeric_limits<qint32>::max();

    void read(const JsonValue &json, const Reading &at, qint64 &out) const;
    void read(const JsonValue &json, const Reading &at, int &out) const;
    void write(qint64 value, JsonWriter &json) const { json.integer(value); }
    void writeMembers(const SchemaPlace &place) const;
};

struct Flag
{
    void read(const JsonValue &json, const Reading &at, bool &out) const;
    void write(bool value, JsonWriter &json) const { json.boolean(value); }
    void writeMembers(const SchemaPlace &place) const;
};

/// `{"amount": 1999, "currency": "EUR"}` and nothing else. Errors stand at the member in question.
struct Amount
{
    qint64 minorMin = 0;
    qint64 minorMax = Money::MinorMax;

    /// Also below zero.
    static Amount any() { return {-Money::MinorMax, Money::MinorMax}; }

    void read(const JsonValue &json, const Reading &at, std::optional<Money> &out) const;
    void write(const Money &value, JsonWriter &json) const { json.money(value); }
    void writeMembers(const SchemaPlace &place) const;
};

/// A decimal as text or a JSON number, at most 3 decimals; written as text.
struct Measure
{
    qint64 thousandthsMin = 0;
    qint64 thousandthsMax = Quantity::ThousandthsMax;

    bool isZeroAllowed = true;

    /// Any quantity, also below zero.
    static Measure any() { return {-Quantity::ThousandthsMax, Quantity::ThousandthsMax}; }
    /// More or less, but not nothing.
    static Measure change() { return {-Quantity::ThousandthsMax, Quantity::ThousandthsMax, false}; }

    void read(const JsonValue &json, const Reading &at, Quantity &out) const;
    void write(Quantity value, JsonWriter &json) const { json.quantity(value.thousandths()); }
    void writeMembers(const SchemaPlace &place) const;
};

/// RFC 3339.
struct Moment
{
    void read(const JsonValue &json, const Reading &at, Time &out) const;
    void write(Time value, JsonWriter &json) const { json.time(value.unixMs); }
    void writeMembers(const SchemaPlace &place) const;
};

/// A UUID that is not nil (else InvalidValue).
struct IdText
{
    void readUuid(const JsonValue &json, const Reading &at, Uuid &out) const;
    void writeMembers(const SchemaPlace &place) const;

    template <typename Tag>
    void read(const JsonValue &json, const Reading &at, Id<Tag> &out) const
    {
        Uuid uuid = out.uuid();
        readUuid(json, at, uuid);
        out = Id<Tag>(uuid);
    }

    template <typename Tag>
    void write(const Id<Tag> &value, JsonWriter &json) const
    {
        json.string(std::string_view(value.toString()));
    }
};

/// An object whose members are the client's own, kept as sent; bounded in size.
struct FreeObject
{
    int membersMax = 50;
    int bytesMax = 16 * 1024; ///< As canonical JSON.

    void read(const JsonValue &json, const Reading &at, JsonValue &out) const;
    void write(const JsonValue &value, JsonWriter &json) const;
    void writeMembers(const SchemaPlace &place) const;
};

/// Shared by OneOf of every enum.
bool readName(const JsonValue &json, const Reading &at, std::string_view &out);
void failUnknownName(const Reading &at, std::string_view allNames);

/// One of the names of an enum's table (else InvalidValue).
template <typename E>
struct OneOf
{
    void read(const JsonValue &json, const Reading &at, E &out) const
    {
        std::string_view name;
        if (!readName(json, at, name))
            return;
        if (const auto value = fromWireName<E>(name)) {
            out = *value;
            return;
        }
        std::string names;
        for (const auto &row : wireNames(E{}))
            names.append(names.empty() ? "" : ", ").append(row.name);
        failUnknownName(at, names);
    }

    void write(E value, JsonWriter &json) const { json.string(wireName(value)); }

    void writeMembers(const SchemaPlace &place) const
    {
        place.json.key("type").string("string").key("enum").beginArray();
        for (const auto &row : wireNames(E{}))
            place.json.string(row.name);
        place.json.endArray();
    }
};

/// Shared by ListOf of every rule: WrongType and TooManyItems; whether the items are to be read.
bool readList(const JsonValue &json, const Reading &at, int itemsMin, int itemsMax);

/// An array of values of one rule; `isUnique` refuses equal items (DuplicateItem), if their type
/// can be compared.
template <typename Rule>
struct ListOf
{
    Rule each;
    int itemsMax = 0;
    bool isUnique = false;
    int itemsMin = 0;

    template <typename V>
    void read(const JsonValue &json, const Reading &at, QList<V> &out) const
    {
        if (!readList(json, at, itemsMin, itemsMax))
            return;
        QList<V> values;
        values.reserve(qsizetype(json.items.size()));
        for (std::size_t i = 0; i < json.items.size(); ++i) {
            const Reading item = at.item(qsizetype(i));
            const qsizetype before = at.failures();
            V value{};
            each.read(json.items[i], item, value);
            if (at.failures() != before)
                continue;
            if constexpr (std::equality_comparable<V>) {
                if (isUnique && values.contains(value))
                    item.fail(ErrorCode::DuplicateItem,
                              QStringLiteral("This is in the list already"));
            }
            values.append(std::move(value));
        }
        out = std::move(values);
    }

    template <typename V>
    void write(const QList<V> &values, JsonWriter &json) const
    {
        json.beginArray();
        for (const V &value : values)
            each.write(value, json);
        json.endArray();
    }

    void writeMembers(const SchemaPlace &place) const
    {
        place.json.key("type").string("array").key("items").beginObject();
        each.writeMembers(place);
        place.json.endObject();
        if (itemsMin > 0)
            place.json.key("minItems").integer(itemsMin);
        if (itemsMax > 0)
            place.json.key("maxItems").integer(itemsMax);
        if (isUnique)
            place.json.key("uniqueItems").boolean(true);
    }
};
template <typename Rule>
ListOf(Rule, int) -> ListOf<Rule>;
template <typename Rule>
ListOf(Rule, int, bool) -> ListOf<Rule>;
template <typename Rule>
ListOf(Rule, int, bool, int) -> ListOf<Rule>;

/// An object of ours inside another. T has `static const Object<T> &object()`.
template <typename T>
struct Nested
{
    void read(const JsonValue &json, const Reading &at, T &out) const
    {
        T::object().readInto(json, at, out);
    }
    void write(const T &value, JsonWriter &json) const { T::object().write(value, json); }
    void writeMembers(const SchemaPlace &place) const
    {
        place.json.key("$ref").string(place.schemas.add(T::object()));
    }
};

} // namespace tp::contract

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tp::contract {

class JsonWriter;

/// A JSON text as it was sent. A number keeps its spelling until a field says what it is to be,
/// so that 1e400 or 0.1 is never bent by a double.
class JsonValue
{
public:
    enum class Type { Null, Boolean, Number, String, Array, Object };
    using Member = std::pair<std::string, JsonValue>;

    JsonValue(); // Defined where Member is complete, or clang cannot tell how to make one.

    Type type = Type::Null;
    bool boolean = false;
    std::string text; ///< The spelling of a number, or the UTF-8 of a string.
    std::vector<JsonValue> items;
    std::vector<Member> members; ///< In the order sent; names are unique.

    bool isNull() const { return type == Type::Null; }
    const JsonValue *find(std::string_view name) const;

    /// Appends this value with members in the order of their names and numbers in one spelling:
    /// equal values give equal bytes.
    void writeCanonical(std::string &out) const;

    /// Equal as values: order of members and spelling of numbers do not matter.
    friend bool operator==(const JsonValue &a, const JsonValue &b);
};

/// `{}`, for a member that holds an object when nothing was said.
JsonValue emptyObject();

/// Limits of a text that a stranger sends.
struct JsonLimits
{
    int depthMax = 32;
    int valuesMax = 100'000;
};

/// MalformedJson for what is not JSON in UTF-8 (position named), too deep or too large;
/// InvalidBody with a DuplicateKey field error for each name that an object has twice.
Result<JsonValue> parseJson(std::string_view text, JsonLimits limits = {});

} // namespace tp::contract

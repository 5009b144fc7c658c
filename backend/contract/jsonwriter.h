// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/money.h"
#include "backend/kernel/quantity.h"

#include <QStringView>

#include <string>
#include <string_view>

namespace tp::contract {

/// Appends JSON text (RFC 8259, UTF-8) to a string, member by member, without a tree between.
/// Commas are its business; balance of the brackets is the caller's, asserted by finished().
class JsonWriter
{
public:
    explicit JsonWriter(std::string &out) : m_out(out) {}

    JsonWriter &beginObject();
    JsonWriter &endObject();
    JsonWriter &beginArray();
    JsonWriter &endArray();
    JsonWriter &key(std::string_view name); ///< A plain name: it is not escaped.

    JsonWriter &string(std::string_view utf8); ///< Invalid UTF-8 becomes U+FFFD.
    JsonWriter &string(QStringView text);
    JsonWriter &integer(qint64 number);
    JsonWriter &boolean(bool value);
    JsonWriter &null();
    JsonWriter &raw(std::string_view json); ///< One finished value, as it stands.

    /// The contract's own forms.
    JsonWriter &money(qint64 minor, std::string_view currency);
    JsonWriter &money(const Money &money);
    JsonWriter &quantity(qint64 thousandths); ///< A string, "0.75".
    JsonWriter &time(qint64 unixMs);          ///< RFC 3339, UTC, Z, milliseconds: 24 characters.
    JsonWriter &stringOrNull(std::string_view utf8, bool isNull);

    bool finished() const { return m_depth == 0; }

private:
    void separate();
    char *room(std::size_t bytes);
    JsonWriter &checkedString(std::string_view utf8);

    std::string &m_out;
    int m_depth = 0;
    bool m_needsComma = false;
};

} // namespace tp::contract

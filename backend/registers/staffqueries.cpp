// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/registers/staffqueries.h"

#include "backend/contract/wirenames.h"
#include "backend/kernel/secrettext.h"

using namespace Qt::StringLiterals;

namespace tp::registers {

namespace {

/// Columns: id, full_name, roles, has_pin, pin_locked.
void writeTile(const storage::Rows &row, contract::JsonWriter &json)
{
    json.beginObject().key("id").string(row.text(0)).key("full_name").string(row.text(1));
    json.key("roles").beginArray();
    for (int role = 0; role < int(Role::Count); ++role) {
        if (row.integer(2) >> role & 1)
            json.string(contract::wireName(Role(role)));
    }
    json.endArray().key("has_pin").boolean(row.boolean(3));
    json.key("pin_locked").boolean(row.boolean(4)).endObject();
}

} // namespace

Result<void> StaffQueries::admit(storage::Session &session, RegisterId id,
                                 std::string_view secret) const
{
    auto rows = session.query(
        "SELECT secret_hash FROM tills WHERE register_id = $1 AND ended_at IS NULL", {id});
    const bool isAdmitted = rows.next() && isSameSecret(secretHash(secret), rows.text(0));
    TP_CHECK(rows.finish());
    if (!isAdmitted)
        return Error{ErrorCode::Unauthorized, u"this till is not that register (any more)"_s, {}};
    return {};
}

Result<std::optional<StaffQueries::After>> StaffQueries::writePage(storage::Session &session,
                                                                   const After &after, int limit,
                                                                   contract::JsonWriter &json) const
{
    // A customer's bit is the lowest: whoever is more than that is staff.
    auto rows =
        session.query("SELECT id, full_name, roles, has_pin, pin_locked, name_key FROM staff_tiles "
                      "WHERE active = 1 AND roles > 1 AND (name_key, id) > ($1, $2) "
                      "ORDER BY name_key, id LIMIT $3",
                      {after.nameKey, after.id, limit + 1});
    After last;
    for (int written = 0; rows.next(); ++written) {
        if (written == limit)
            return std::optional(std::move(last));
        writeTile(rows, json);
        last = {std::string(rows.text(5)), std::string(rows.text(0))};
    }
    TP_CHECK(rows.finish());
    return std::optional<After>();
}

} // namespace tp::registers

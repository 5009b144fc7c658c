// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/userqueries.h"

#include "backend/auth/pinlock.h"
#include "backend/contract/jsonwriter.h"
#include "backend/contract/page.h"

using namespace Qt::StringLiterals;

namespace tp::auth {
namespace {

// As writeUser() counts them.
#define TP_USER_COLUMNS                                                                            \
    "id, email, full_name, locale, roles, active, "                                                \
    "CASE WHEN password_hash IS NULL THEN 0 ELSE 1 END, "                                          \
    "CASE WHEN pin_hash IS NULL THEN 0 ELSE 1 END, pin_failures, totp_confirmed, issuer, "         \
    "version, created_at, updated_at, signed_in_at"

Error noSuchUser()
{
    return {ErrorCode::NotFound, u"there is no such user"_s, {}};
}

bool hasBit(qint64 bits, Role role)
{
    return bits & (1 << int(role));
}

void writeUser(contract::JsonWriter &json, const storage::Rows &row)
{
    json.beginObject().key("id").string(row.text(0));
    json.key("email").stringOrNull(row.text(1), row.isNull(1));
    json.key("full_name").string(row.text(2));
    json.key("locale").string(row.text(3));
    json.key("roles").beginArray();
    for (int i = 0; i < int(Role::Count); ++i) {
        if (hasBit(row.integer(4), Role(i)))
            json.string(contract::wireName(Role(i)));
    }
    json.endArray();
    json.key("active").boolean(row.boolean(5));
    json.key("has_password").boolean(row.boolean(6));
    json.key("has_pin").boolean(row.boolean(7));
    json.key("pin_locked").boolean(row.integer(8) >= PinLock::TriesMax);
    json.key("totp").boolean(row.boolean(9));
    json.key("issuer").stringOrNull(row.text(10), row.isNull(10));
    json.key("version").integer(row.integer(11));
    json.key("created_at").time(row.integer(12));
    json.key("updated_at").time(row.integer(13));
    if (row.isNull(14))
        json.key("signed_in_at").null();
    else
        json.key("signed_in_at").time(row.integer(14));
    json.endObject();
}

} // namespace

Result<std::string> UserQueries::list(storage::Session &session, const Filter &filter,
                                      const std::optional<After> &after, int limit,
                                      std::string (*cursorOf)(const After &))
{
    std::string out;
    contract::JsonWriter json(out);
    contract::PageWriter page(json, limit);
    After last = after.value_or(After());
    const qint64 roleBit = filter.role ? 1 << int(*filter.role) : 31;
    const int activeMin = filter.isActive.value_or(false) ? 1 : 0;
    const int activeMax = filter.isActive.value_or(true) ? 1 : 0;
    auto rows = session.query(
        "SELECT " TP_USER_COLUMNS ", name_key FROM users "
        "WHERE (name_key, id) > ($1, $2) AND (roles & $3) <> 0 AND active BETWEEN $4 AND $5 "
        "ORDER BY name_key, id LIMIT $6",
        {last.nameKey, last.id, roleBit, activeMin, activeMax, limit + 1});
    while (rows.next() && page.takesOne()) {
        writeUser(json, rows);
        last = {std::string(rows.text(15)), std::string(rows.text(0))};
    }
    TP_CHECK(rows.finish());
    page.end(page.isOverfull() ? cursorOf(last) : std::string());
    return out;
}

Result<std::string> UserQueries::one(storage::Session &session, UserId id)
{
    std::string out;
    contract::JsonWriter json(out);
    auto rows = session.query("SELECT " TP_USER_COLUMNS " FROM users WHERE id = $1", {id});
    if (!rows.next()) {
        TP_CHECK(rows.finish());
        return noSuchUser();
    }
    writeUser(json, rows);
    TP_CHECK(rows.finish());
    return out;
}

Result<contract::Profile> UserQueries::profile(storage::Session &session, UserId id)
{
    auto rows = session.query("SELECT email, full_name, roles, locale, created_at, version "
                              "FROM users WHERE id = $1",
                              {id});
    if (!rows.next()) {
        TP_CHECK(rows.finish());
        return noSuchUser();
    }
    const auto text = [&rows](int column) {
        return QString::fromUtf8(rows.text(column).data(), qsizetype(rows.text(column).size()));
    };
    contract::Profile profile;
    profile.id = id;
    if (!rows.isNull(0))
        profile.email = text(0);
    profile.fullName = text(1);
    for (int i = 0; i < int(Role::Count); ++i) {
        if (hasBit(rows.integer(2), Role(i)))
            profile.roles.append(Role(i));
    }
    profile.locale = text(3);
    profile.createdAt = {rows.integer(4)};
    profile.version = rows.integer(5);
    TP_CHECK(rows.finish());
    return profile;
}

} // namespace tp::auth

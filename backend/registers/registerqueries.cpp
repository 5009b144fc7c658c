// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/registers/registerqueries.h"

using namespace Qt::StringLiterals;

namespace tp::registers {

namespace {

// clang-format off
#define TP_SHOWN_REGISTER                                                                          \
    "SELECT r.id, r.code, r.name, r.version, r.created_at, r.updated_at, "                         \
    "CASE WHEN t.id IS NULL THEN 0 ELSE 1 END FROM registers r "                                   \
    "LEFT JOIN tills t ON t.register_id = r.id AND t.ended_at IS NULL "

constexpr std::string_view OneRegister = TP_SHOWN_REGISTER "WHERE r.id = $1";
constexpr std::string_view RegisterPage =
    TP_SHOWN_REGISTER "WHERE r.code > $1 ORDER BY r.code LIMIT $2";
#undef TP_SHOWN_REGISTER
// clang-format on

void writeRegisterRow(const storage::Rows &row, contract::JsonWriter &json)
{
    json.beginObject().key("id").string(row.text(0)).key("code").string(row.text(1));
    json.key("name").string(row.text(2)).key("claimed").boolean(row.boolean(6));
    json.key("version").integer(row.integer(3)).key("created_at").time(row.integer(4));
    json.key("updated_at").time(row.integer(5)).endObject();
}

/// Claiming a register is no change of it, but shows.
std::string registerEtag(const storage::Rows &row)
{
    return std::to_string(row.integer(3)) + (row.boolean(6) ? "-claimed" : "");
}

} // namespace

Result<std::string> RegisterQueries::write(storage::Session &session, RegisterId id,
                                           contract::JsonWriter &json) const
{
    auto rows = session.query(OneRegister, {id});
    std::string etag;
    if (rows.next()) {
        writeRegisterRow(rows, json);
        etag = registerEtag(rows);
    }
    TP_CHECK(rows.finish());
    if (etag.empty())
        return Error{ErrorCode::NotFound, u"There is no such register"_s, {}};
    return etag;
}

Result<std::optional<std::string>> RegisterQueries::writePage(storage::Session &session,
                                                              const std::string &afterCode,
                                                              int limit,
                                                              contract::JsonWriter &json) const
{
    auto rows = session.query(RegisterPage, {afterCode, limit + 1});
    std::string last;
    for (int written = 0; rows.next(); ++written) {
        if (written == limit)
            return std::optional(std::move(last));
        writeRegisterRow(rows, json);
        last = std::string(rows.text(1));
    }
    TP_CHECK(rows.finish());
    return std::optional<std::string>();
}

} // namespace tp::registers

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/call.h"

#include "backend/http/cursor.h"
#include "backend/http/etag.h"

using namespace Qt::StringLiterals;

namespace tp::http {

const std::string *Call::find(const Pairs &pairs, std::string_view name)
{
    for (const auto &[key, value] : pairs) {
        if (key == name)
            return &value;
    }
    return nullptr;
}

std::optional<std::string> Call::text(std::string_view name) const
{
    const std::string *value = find(m_query, name);
    return value ? std::optional(*value) : std::nullopt;
}

std::optional<bool> Call::flag(std::string_view name) const
{
    const std::string *value = find(m_query, name);
    return value ? std::optional(*value == "true") : std::nullopt;
}

std::optional<qint64> Call::integer(std::string_view name) const
{
    const std::string *value = find(m_query, name);
    return value ? std::optional<qint64>(std::stoll(*value)) : std::nullopt;
}

Result<std::optional<std::vector<std::string>>> Call::cursor(std::size_t parts) const
{
    const std::string *value = find(m_query, "cursor");
    if (!value)
        return std::optional<std::vector<std::string>>();
    auto decoded = decodeCursor(*value, parts);
    if (!decoded)
        return Error{ErrorCode::BadCursor, u"cursor is not one that this list gave"_s, {}};
    return decoded;
}

bool Call::matches(qint64 version) const
{
    const std::string *field = m_request.header("if-match");
    return !field || namesVersion(*field, version);
}

Result<void> Call::requireMatch(qint64 version) const
{
    if (matches(version))
        return {};
    return Error{ErrorCode::StaleVersion, u"it was changed meanwhile: read it again"_s, {}};
}

} // namespace tp::http

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/etag.h"

#include <charconv>

namespace tp::http {
namespace {

std::string_view trimmedTag(std::string_view tag)
{
    while (!tag.empty() && (tag.front() == ' ' || tag.front() == '\t'))
        tag.remove_prefix(1);
    while (!tag.empty() && (tag.back() == ' ' || tag.back() == '\t'))
        tag.remove_suffix(1);
    return tag;
}

/// Calls `matches` with the opaque part of each tag of the list until it says yes.
template <typename Predicate>
bool anyTag(std::string_view field, Predicate matches)
{
    if (trimmedTag(field) == "*")
        return true;
    while (!field.empty()) {
        const std::size_t comma = field.find(',');
        std::string_view tag = trimmedTag(field.substr(0, comma));
        field = comma == std::string_view::npos ? std::string_view() : field.substr(comma + 1);
        if (tag.starts_with("W/"))
            tag.remove_prefix(2);
        if (tag.size() < 2 || tag.front() != '"' || tag.back() != '"')
            continue;
        if (matches(tag.substr(1, tag.size() - 2)))
            return true;
    }
    return false;
}

} // namespace

bool namesEtag(std::string_view field, std::string_view etag)
{
    return anyTag(field, [etag](std::string_view tag) { return tag == etag; });
}

bool namesVersion(std::string_view field, qint64 version)
{
    return anyTag(field, [version](std::string_view tag) {
        const std::string_view number = tag.substr(0, tag.find('-'));
        qint64 named = 0;
        const auto [end, error] =
            std::from_chars(number.data(), number.data() + number.size(), named);
        return error == std::errc() && end == number.data() + number.size() && named == version;
    });
}

} // namespace tp::http

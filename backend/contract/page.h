// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/object.h"

#include <limits>

namespace tp::contract {

/// One page of a list. Queries write pages row by row (PageWriter); this is how clients read them
/// and what the schema is made from ("ProductPage").
template <typename T>
struct Page
{
    QList<T> items;
    std::optional<QString> nextCursor; ///< Nothing: this is the last page.

    static const Object<Page<T>> &object()
    {
        static const std::string pageName = std::string(T::object().name()) + "Page";
        static const auto object =
            Object<Page<T>>(Use::Answer, pageName, "A page of a list")
                .required("items", &Page::items, ListOf{Nested<T>{}, 0}, "In the order of the list")
                .nullable("next_cursor", &Page::nextCursor, Text::any(),
                          "For the parameter cursor of the next page; null on the last one");
        return object;
    }
    friend bool operator==(const Page &, const Page &) = default;
};

/// Writes a page without holding its items: begin, any number of values, end.
class PageWriter
{
public:
    explicit PageWriter(JsonWriter &json, int limit = std::numeric_limits<int>::max())
        : m_json(json)
        , m_room(limit)
    {
        m_json.beginObject().key("items").beginArray();
    }

    /// Whether one value more belongs on this page. Asked once for each row of limit + 1; it says
    /// no to the one that only shows that another page follows.
    bool takesOne() { return --m_room >= 0; }

    /// Whether it said no.
    bool isOverfull() const { return m_room < 0; }

    /// An empty cursor is null: there is nothing behind this page.
    void end(std::string_view nextCursor)
    {
        m_json.endArray().key("next_cursor").stringOrNull(nextCursor, nextCursor.empty());
        m_json.endObject();
    }

private:
    JsonWriter &m_json;
    int m_room = 0;
};

} // namespace tp::contract

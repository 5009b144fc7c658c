// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/uuid.h"

#include <QString>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace tp::storage {

/// One parameter of a statement. Text that is handed in as a view must live until the call
/// returns; QStrings and ids are turned into UTF-8 that the value owns.
class Value
{
public:
    Value(std::nullopt_t) {}
    Value(qint64 number) : m_state(number) {}
    Value(int number) : m_state(qint64(number)) {}
    Value(bool flag) : m_state(qint64(flag)) {}
    Value(std::string_view text) : m_state(text) {}
    Value(const char *text) : m_state(std::string_view(text)) {}
    Value(const std::string &text) : m_state(std::string_view(text)) {}
    Value(std::string &&text) : m_state(std::move(text)) {}
    Value(const QString &text) : m_state(text.toStdString()) {}
    Value(const Uuid &id) : m_state(id.toString()) {}
    template <typename Tag>
    Value(const Id<Tag> &id) : m_state(id.toString())
    {}
    template <typename T>
    Value(const std::optional<T> &value)
    {
        if (value)
            m_state = Value(*value).m_state;
    }

    bool isNull() const { return std::holds_alternative<std::monostate>(m_state); }
    const qint64 *number() const { return std::get_if<qint64>(&m_state); }
    std::string_view text() const
    {
        if (const auto *owned = std::get_if<std::string>(&m_state))
            return *owned;
        const auto *view = std::get_if<std::string_view>(&m_state);
        return view ? *view : std::string_view();
    }

private:
    std::variant<std::monostate, qint64, std::string_view, std::string> m_state;
};

} // namespace tp::storage

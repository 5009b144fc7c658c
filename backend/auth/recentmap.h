// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace tp::auth {

/// Keeps what was used lately, `most` at most: when the younger half is full, the older half goes,
/// and what was asked for meanwhile had moved to the younger. Belongs to one thread, or to whoever
/// holds the lock.
template <typename Value>
class RecentMap
{
public:
    explicit RecentMap(std::size_t most) : m_halfMax(most / 2) {}

    /// Null when it is not there; else good until the next call.
    const Value *find(const std::string &key)
    {
        if (const auto young = m_young.find(key); young != m_young.end())
            return &young->second;
        const auto old = m_old.find(key);
        if (old == m_old.end())
            return nullptr;
        Value value = std::move(old->second);
        m_old.erase(old);
        return &put(key, std::move(value));
    }

    void insert(const std::string &key, Value value)
    {
        m_old.erase(key);
        put(key, std::move(value));
    }

    std::size_t size() const { return m_young.size() + m_old.size(); }

private:
    Value &put(const std::string &key, Value value)
    {
        if (m_young.size() >= m_halfMax && !m_young.contains(key)) {
            m_old = std::move(m_young);
            m_young.clear();
        }
        return m_young.insert_or_assign(key, std::move(value)).first->second;
    }

    const std::size_t m_halfMax;
    std::unordered_map<std::string, Value> m_young;
    std::unordered_map<std::string, Value> m_old;
};

} // namespace tp::auth

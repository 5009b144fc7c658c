// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/signingkey.h"

#include <mutex>

namespace tp::auth {

/// The keys that this process signs and checks with now. They are read from the database again and
/// again, because another backend or the command line may have turned them. Any thread.
class KeyHolder
{
public:
    std::shared_ptr<const KeyRing> ring() const
    {
        const std::lock_guard lock(m_mutex);
        return m_ring;
    }
    void replace(KeyRing ring)
    {
        auto fresh = std::make_shared<const KeyRing>(std::move(ring));
        const std::lock_guard lock(m_mutex);
        m_ring = std::move(fresh);
    }

private:
    mutable std::mutex m_mutex; ///< Guards the pointer; what it points to never changes.
    std::shared_ptr<const KeyRing> m_ring = std::make_shared<const KeyRing>();
};

} // namespace tp::auth

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace tp::test {

/// A door between two threads: one waits until the other opens it. A minute is for ever.
class Gate
{
public:
    void open()
    {
        // Told with the lock held: whoever passes may take the door away at once.
        const std::lock_guard lock(m_mutex);
        m_isOpen = true;
        m_changed.notify_all();
    }

    /// False when nobody opened it.
    bool pass()
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::seconds(60), [this] { return m_isOpen; });
    }

private:
    std::mutex m_mutex; ///< Guards m_isOpen.
    std::condition_variable m_changed;
    bool m_isOpen = false;
};

} // namespace tp::test

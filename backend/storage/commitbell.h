// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tp::storage {

/// Rung by the writers when something was committed here, and by whoever wants to be looked after;
/// heard by one CommitFollower. From any thread.
class CommitBell
{
public:
    CommitBell();
    ~CommitBell();
    CommitBell(const CommitBell &) = delete;
    CommitBell &operator=(const CommitBell &) = delete;

    void ring();

    /// Readable once it was rung; for poll().
    int descriptor() const { return m_descriptor; }

    /// Whether it was rung since it was asked last.
    bool wasRung();

private:
    int m_descriptor;
};

} // namespace tp::storage

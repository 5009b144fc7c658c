// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"
#include "backend/storage/value.h"

#include <span>
#include <string_view>

namespace tp::storage {

/// SQL that is prepared on one connection, bound, run and read. Session and Rows are its only
/// users; it belongs to its connection and to that one's thread.
class Statement
{
public:
    virtual ~Statement() = default;

    /// Runs it to its end and says how many rows were inserted, changed or deleted.
    virtual Result<qint64> execute(std::span<const Value> values) = 0;

    /// Begins a reading: next() gives the rows. The values are copied.
    virtual Result<void> start(std::span<const Value> values) = 0;
    virtual Result<bool> next() = 0;

    virtual bool isNull(int column) const = 0;
    virtual qint64 integer(int column) const = 0;
    virtual std::string_view text(int column) const = 0;

    /// Ends a reading, also one that was not read to its end.
    virtual void reset() = 0;

    /// Somebody reads it: the same SQL said again meanwhile needs a statement of its own.
    bool isTaken() const { return m_isTaken; }
    void take() { m_isTaken = true; }
    void release()
    {
        reset();
        m_isTaken = false;
    }

private:
    bool m_isTaken = false;
};

} // namespace tp::storage

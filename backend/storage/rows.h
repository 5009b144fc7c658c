// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"

#include <memory>
#include <string_view>

namespace tp::storage {

class Statement;

/// The answer of a query, read forward once. Text views live until the next next(). Ask finish()
/// after the last row: a reading that broke off looks like one that came to its end.
///
///     auto rows = session.query("SELECT name, position FROM categories", {});
///     while (rows.next())
///         use(rows.text(0), rows.integer(1));
///     TP_CHECK(rows.finish());
class Rows
{
public:
    Rows(Rows &&other) noexcept;
    Rows &operator=(Rows &&) = delete;
    ~Rows();

    /// False at the end and after an error.
    bool next();
    Result<void> finish() const;

    bool isNull(int column) const;
    qint64 integer(int column) const; ///< 0 for NULL.
    bool boolean(int column) const { return integer(column) != 0; }
    std::string_view text(int column) const; ///< Empty for NULL. UTF-8.

private:
    friend class Session;
    explicit Rows(Statement *statement, std::optional<Error> error);

    Statement *m_statement = nullptr;
    std::optional<Error> m_error;
};

} // namespace tp::storage

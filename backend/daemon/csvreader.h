// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <string>

class QIODevice;

namespace tp::daemon {

/// One row of a CSV file. With problems its cells are not to be trusted.
struct CsvRow
{
    struct Problem
    {
        int column = 0; ///< From 0.
        QString reason;
    };

    qint64 line = 0; ///< Where it begins, from 1.
    QStringList cells;
    QList<Problem> problems;
};

/// Reads CSV (RFC 4180) row by row, as spreadsheets write it: a byte order mark, commas,
/// semicolons or tabs as the first line shows, line ends of any system, quotes around line ends. A
/// row that cannot be read is told with its reasons, and reading goes on with the line after the
/// one where it began, so that a lost quote costs one row. Holds a row and a chunk in memory,
/// whatever the file.
class CsvReader
{
public:
    static constexpr std::size_t CellBytesMax = 64 * 1024;
    static constexpr std::size_t RowBytesMax = 1024 * 1024;
    static constexpr qsizetype CellsMax = 256;

    explicit CsvReader(QIODevice &input) : m_input(input) {}

    /// False at the end. Empty lines are passed over. Unavailable when the input cannot be read,
    /// InvalidText when it is a text in UTF-16.
    Result<bool> next(CsvRow &row);

    qint64 bytesRead() const { return m_bytesRead; }

private:
    enum class Ended { Cell, Row, File, Broken };

    Result<void> begin();
    void skipSeparatorLine();
    bool fill();
    void forgetWhatWasRead();
    int at(std::size_t position);
    void readRow(CsvRow &row);
    Ended readPlain(std::string &cell);
    Ended readQuoted(std::string &cell);
    Ended endOfCell();
    void addCell(CsvRow &row, const std::string &bytes);
    void append(std::string &cell, char byte);
    void giveUpRow(CsvRow &row);
    void passLineEnd();

    QIODevice &m_input;
    std::string m_buffer;       ///< What was read and is not yet behind us.
    std::size_t m_rowBegin = 0; ///< Of the row at hand, in the buffer.
    std::size_t m_position = 0;
    qint64 m_line = 1; ///< Of m_position.
    qint64 m_bytesRead = 0;
    char m_delimiter = ',';
    bool m_hasBegun = false;
    bool m_isAtEnd = false;
    bool m_isCellTooLong = false;
    QString m_brokenReason;
    std::optional<Error> m_readError;
};

} // namespace tp::daemon

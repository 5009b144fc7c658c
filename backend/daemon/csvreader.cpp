// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/csvreader.h"

#include <QIODevice>
#include <QStringDecoder>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tp::daemon {

namespace {

constexpr std::size_t ChunkBytes = 64 * 1024;
constexpr int EndOfFile = -1;

bool isLineEnd(int byte)
{
    return byte == '\n' || byte == '\r';
}

/// The one that stands most often in the first line, outside of quotes.
char delimiterOf(std::string_view text)
{
    std::array<std::pair<char, int>, 3> counts{{{',', 0}, {';', 0}, {'\t', 0}}};
    bool isQuoted = false;
    for (const char byte : text) {
        if (byte == '"')
            isQuoted = !isQuoted;
        else if (isLineEnd(byte) && !isQuoted)
            break;
        for (auto &[delimiter, count] : counts)
            count += byte == delimiter && !isQuoted;
    }
    return std::max_element(counts.begin(), counts.end(),
                            [](auto &a, auto &b) { return a.second < b.second; })
        ->first;
}

} // namespace

Result<bool> CsvReader::next(CsvRow &row)
{
    if (!m_hasBegun)
        TP_CHECK(begin());
    forgetWhatWasRead();
    while (isLineEnd(at(m_position))) {
        passLineEnd();
        forgetWhatWasRead();
    }
    m_rowBegin = m_position;

    row.cells.clear();
    row.problems.clear();
    row.line = m_line;
    const bool isThere = at(m_position) != EndOfFile;
    if (isThere)
        readRow(row);
    if (m_readError)
        return *m_readError;
    return isThere;
}

Result<void> CsvReader::begin()
{
    m_hasBegun = true;
    while (m_buffer.size() < ChunkBytes && fill()) {}
    if (m_readError)
        return *m_readError;
    const std::string_view head = std::string_view(m_buffer).substr(0, 4);
    const bool isWide =
        head.starts_with("\xff\xfe") || head.starts_with("\xfe\xff") ||
        (head.size() == 4 && !head[0] != !head[1] && !head[0] == !head[2] && !head[1] == !head[3]);
    if (isWide) {
        return Error{
            ErrorCode::InvalidText, u"this is a text in UTF-16: save it as CSV in UTF-8"_s, {}};
    }
    if (head.starts_with("\xef\xbb\xbf"))
        m_position = 3;
    m_delimiter = delimiterOf(std::string_view(m_buffer).substr(m_position));
    skipSeparatorLine();
    return {};
}

/// "sep=;" before the header is how Excel is told of the delimiter.
void CsvReader::skipSeparatorLine()
{
    const std::string_view text = std::string_view(m_buffer).substr(m_position);
    if (text.size() < 6 || !text.starts_with("sep=") || !isLineEnd(text[5]))
        return;
    m_delimiter = text[4];
    m_position += 5;
}

/// Reads on. False at the end.
bool CsvReader::fill()
{
    if (m_isAtEnd)
        return false;
    const std::size_t size = m_buffer.size();
    m_buffer.resize(size + ChunkBytes);
    const qint64 count = m_input.read(m_buffer.data() + size, qint64(ChunkBytes));
    m_buffer.resize(size + std::size_t(std::max<qint64>(count, 0)));
    m_bytesRead += std::max<qint64>(count, 0);
    if (count < 0)
        m_readError = Error{ErrorCode::Unavailable, m_input.errorString(), {}};
    m_isAtEnd = count <= 0;
    return !m_isAtEnd;
}

/// A line without an end must not fill the memory. Not within a row, which may be read again.
void CsvReader::forgetWhatWasRead()
{
    if (m_position < ChunkBytes)
        return;
    m_buffer.erase(0, m_position);
    m_position = 0;
}

int CsvReader::at(std::size_t position)
{
    while (position >= m_buffer.size()) {
        if (!fill())
            return EndOfFile;
    }
    return static_cast<unsigned char>(m_buffer[position]);
}

void CsvReader::passLineEnd()
{
    const bool isPair = at(m_position) == '\r' && at(m_position + 1) == '\n';
    m_position += isPair ? 2 : 1;
    ++m_line;
}

void CsvReader::readRow(CsvRow &row)
{
    std::string cell;
    for (;;) {
        cell.clear();
        m_isCellTooLong = false;
        const bool isQuoted = at(m_position) == '"';
        const Ended ended = isQuoted ? readQuoted(cell) : readPlain(cell);
        if (ended == Ended::Broken) {
            row.problems.append({int(row.cells.size()), m_brokenReason});
            giveUpRow(row);
            return;
        }
        addCell(row, cell);
        if (ended != Ended::Cell)
            return;
    }
}

CsvReader::Ended CsvReader::readPlain(std::string &cell)
{
    for (;;) {
        const int byte = at(m_position);
        if (byte == m_delimiter || isLineEnd(byte) || byte == EndOfFile)
            return endOfCell();
        append(cell, char(byte));
        ++m_position;
        if (m_position - m_rowBegin > RowBytesMax) {
            m_brokenReason = u"this row is longer than %1 bytes"_s.arg(RowBytesMax);
            return Ended::Broken;
        }
    }
}

CsvReader::Ended CsvReader::readQuoted(std::string &cell)
{
    ++m_position;
    for (;;) {
        const int byte = at(m_position);
        if (byte == EndOfFile || m_position - m_rowBegin > RowBytesMax) {
            m_brokenReason =
                byte == EndOfFile
                    ? u"a quote opens here and is never closed"_s
                    : u"a quote opens here and is not closed within %1 bytes"_s.arg(RowBytesMax);
            return Ended::Broken;
        }
        if (byte == '"') {
            ++m_position;
            if (at(m_position) != '"')
                return endOfCell();
        }
        if (byte == '\n' || (byte == '\r' && at(m_position + 1) != '\n'))
            ++m_line;
        append(cell, char(byte));
        ++m_position;
    }
}

CsvReader::Ended CsvReader::endOfCell()
{
    const int byte = at(m_position);
    if (byte == EndOfFile)
        return Ended::File;
    if (byte == m_delimiter) {
        ++m_position;
        return Ended::Cell;
    }
    if (isLineEnd(byte)) {
        passLineEnd();
        return Ended::Row;
    }
    m_brokenReason = u"text follows a closing quote (a quote inside a cell is written twice)"_s;
    return Ended::Broken;
}

void CsvReader::append(std::string &cell, char byte)
{
    if (cell.size() < CellBytesMax)
        cell.push_back(byte);
    else
        m_isCellTooLong = true;
}

void CsvReader::addCell(CsvRow &row, const std::string &bytes)
{
    const int column = int(row.cells.size());
    if (row.cells.size() >= CellsMax) {
        if (row.problems.isEmpty() || row.problems.constLast().column < CellsMax)
            row.problems.append({int(CellsMax), u"a row has at most %1 cells"_s.arg(CellsMax)});
        return;
    }
    // The mark of the byte order is a mark at the start of a file and a letter anywhere else.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless |
                                                     QStringDecoder::Flag::ConvertInitialBom);
    const QString text = decoder.decode(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
    if (m_isCellTooLong)
        row.problems.append({column, u"this is longer than %1 bytes"_s.arg(CellBytesMax)});
    else if (decoder.hasError())
        row.problems.append(
            {column, u"this is not UTF-8 (perhaps Latin-1): save the file as CSV in UTF-8"_s});
    else if (text.contains(u'\0'))
        row.problems.append({column, u"this has a NUL byte in it"_s});
    row.cells.append(text);
}

/// Goes on with the line after the one where the row began.
void CsvReader::giveUpRow(CsvRow &row)
{
    m_position = m_rowBegin;
    m_line = row.line;
    while (at(m_position) != EndOfFile && !isLineEnd(at(m_position))) {
        ++m_position;
        forgetWhatWasRead();
    }
    m_rowBegin = m_position;
    if (at(m_position) != EndOfFile)
        passLineEnd();
}

} // namespace tp::daemon

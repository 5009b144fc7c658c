// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/csvwriter.h"

#include <QByteArray>

namespace tp::daemon {

namespace {

void appendCsvCell(std::string &out, const QByteArray &cell)
{
    // A first cell that begins like the mark of the byte order would be taken for one.
    const std::string_view text(cell.constData(), std::size_t(cell.size()));
    const bool needsQuotes = text.find_first_of(",;\t\"\r\n") != std::string_view::npos ||
                             text.starts_with("\xef\xbb\xbf");
    if (!needsQuotes) {
        out.append(text);
        return;
    }
    out.push_back('"');
    for (const char byte : text) {
        if (byte == '"')
            out.push_back('"');
        out.push_back(byte);
    }
    out.push_back('"');
}

} // namespace

void appendCsvRow(std::string &out, std::initializer_list<QString> cells)
{
    bool isFirst = true;
    for (const QString &cell : cells) {
        if (!isFirst)
            out.push_back(',');
        isFirst = false;
        appendCsvCell(out, cell.toUtf8());
    }
    out.append("\r\n");
}

} // namespace tp::daemon

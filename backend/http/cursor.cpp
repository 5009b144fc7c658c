// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/cursor.h"

#include <QByteArray>

#include <charconv>

using namespace Qt::StringLiterals;

namespace tp::http {
namespace {

// Parts of the sort key never hold this character: names are folded words and ids are hexadecimal.
constexpr char PartSeparator = '\x1f';
constexpr auto CursorEncoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

std::string encodeCursor(std::initializer_list<std::string_view> parts)
{
    QByteArray joined("1");
    for (const std::string_view part : parts) {
        joined += PartSeparator;
        joined.append(part.data(), qsizetype(part.size()));
    }
    return joined.toBase64(CursorEncoding).toStdString();
}

std::optional<std::vector<std::string>> decodeCursor(std::string_view cursor, std::size_t parts)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(QByteArray(cursor.data(), qsizetype(cursor.size())),
                                       CursorEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    const QByteArray joined = *decoded;
    if (joined.contains('\0') || !joined.isValidUtf8())
        return std::nullopt;
    const QList<QByteArray> found = joined.split(PartSeparator);
    if (found.front() != "1" || std::size_t(found.size()) != parts + 1)
        return std::nullopt;
    std::vector<std::string> result;
    result.reserve(parts);
    for (qsizetype i = 1; i < found.size(); ++i)
        result.push_back(found.at(i).toStdString());
    return result;
}

Result<qint64> cursorNumber(std::string_view part)
{
    qint64 number = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
    if (error != std::errc() || end != part.data() + part.size())
        return Error{ErrorCode::BadCursor, u"cursor is not one that this list gave"_s, {}};
    return number;
}

} // namespace tp::http

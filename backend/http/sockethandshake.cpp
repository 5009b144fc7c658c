// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/sockethandshake.h"

#include "backend/http/ascii.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <functional>

using namespace Qt::StringLiterals;

namespace tp::http {
namespace {

constexpr std::string_view Protocol = "tradepost.v1";
constexpr std::string_view TokenPrefix = "bearer.";
constexpr qsizetype KeyBytes = 16;

/// The first item for which `fits` says so, of a list that may stand in several fields
/// (RFC 9110 5.6.1); empty: none.
std::string_view itemOf(const RequestHead &head, std::string_view name,
                        const std::function<bool(std::string_view)> &fits)
{
    for (const auto &[fieldName, value] : head.headers) {
        if (!isSameIgnoringCase(fieldName, name))
            continue;
        for (std::string_view rest = value; !rest.empty();) {
            const std::size_t comma = rest.find(',');
            const std::string_view item = trimmed(rest.substr(0, comma));
            if (!item.empty() && fits(item))
                return item;
            rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
        }
    }
    return {};
}

bool names(const RequestHead &head, std::string_view name, std::string_view token)
{
    return !itemOf(head, name, [&](std::string_view item) {
                return isSameIgnoringCase(item, token);
            }).empty();
}

std::size_t countOf(const RequestHead &head, std::string_view name)
{
    return std::size_t(std::count_if(head.headers.begin(), head.headers.end(), [&](const auto &f) {
        return isSameIgnoringCase(f.first, name);
    }));
}

Error upgradeRequired(const QString &detail)
{
    return {ErrorCode::UpgradeRequired, detail, {}};
}

} // namespace

Result<std::string> socketAccept(const RequestHead &head)
{
    if (head.method != Method::Get || !head.isHttp11 || !names(head, "connection", "upgrade") ||
        !names(head, "upgrade", "websocket"))
        return upgradeRequired(u"this path is served over a WebSocket"_s);
    const std::string *version = head.header("sec-websocket-version");
    if (!version || countOf(head, "sec-websocket-version") != 1 || *version != "13")
        return upgradeRequired(u"Sec-WebSocket-Version must be 13"_s);
    const std::string *key = head.header("sec-websocket-key");
    if (!key || countOf(head, "sec-websocket-key") != 1)
        return Error{ErrorCode::BadRequest, u"there must be one Sec-WebSocket-Key"_s, {}};
    const QByteArray text = QByteArray::fromStdString(*key);
    const auto decoded =
        QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != KeyBytes || text.size() != 24)
        return Error{ErrorCode::BadRequest, u"Sec-WebSocket-Key must be 16 bytes in base64"_s, {}};
    // RFC 6455 1.3: the same for every server.
    return QCryptographicHash::hash(text + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11",
                                    QCryptographicHash::Sha1)
        .toBase64()
        .toStdString();
}

std::string_view socketToken(const RequestHead &head)
{
    const std::string_view item = itemOf(head, "sec-websocket-protocol", [](std::string_view one) {
        return one.starts_with(TokenPrefix);
    });
    return item.empty() ? item : item.substr(TokenPrefix.size());
}

void addSocketFields(Response &response, const RequestHead &head, const std::string &accept)
{
    response.headers.emplace_back("Upgrade", "websocket");
    response.headers.emplace_back("Sec-WebSocket-Accept", accept);
    const std::string_view protocol = itemOf(head, "sec-websocket-protocol",
                                             [](std::string_view one) { return one == Protocol; });
    if (!protocol.empty())
        response.headers.emplace_back("Sec-WebSocket-Protocol", protocol);
}

} // namespace tp::http

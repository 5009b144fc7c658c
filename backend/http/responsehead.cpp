// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/responsehead.h"

#include "backend/http/ascii.h"
#include "backend/http/log.h"

#include <algorithm>
#include <array>

namespace tp::http {

namespace {

struct NamedStatus
{
    int status;
    std::string_view reason;
};
constexpr std::array NamedStatuses{
    NamedStatus{101, "Switching Protocols"},
    NamedStatus{200, "OK"},
    NamedStatus{201, "Created"},
    NamedStatus{202, "Accepted"},
    NamedStatus{204, "No Content"},
    NamedStatus{206, "Partial Content"},
    NamedStatus{301, "Moved Permanently"},
    NamedStatus{302, "Found"},
    NamedStatus{303, "See Other"},
    NamedStatus{304, "Not Modified"},
    NamedStatus{307, "Temporary Redirect"},
    NamedStatus{308, "Permanent Redirect"},
    NamedStatus{400, "Bad Request"},
    NamedStatus{401, "Unauthorized"},
    NamedStatus{403, "Forbidden"},
    NamedStatus{404, "Not Found"},
    NamedStatus{405, "Method Not Allowed"},
    NamedStatus{406, "Not Acceptable"},
    NamedStatus{408, "Request Timeout"},
    NamedStatus{409, "Conflict"},
    NamedStatus{410, "Gone"},
    NamedStatus{411, "Length Required"},
    NamedStatus{412, "Precondition Failed"},
    NamedStatus{413, "Content Too Large"},
    NamedStatus{414, "URI Too Long"},
    NamedStatus{415, "Unsupported Media Type"},
    NamedStatus{416, "Range Not Satisfiable"},
    NamedStatus{417, "Expectation Failed"},
    NamedStatus{421, "Misdirected Request"},
    NamedStatus{422, "Unprocessable Content"},
    NamedStatus{426, "Upgrade Required"},
    NamedStatus{428, "Precondition Required"},
    NamedStatus{429, "Too Many Requests"},
    NamedStatus{431, "Request Header Fields Too Large"},
    NamedStatus{500, "Internal Server Error"},
    NamedStatus{501, "Not Implemented"},
    NamedStatus{502, "Bad Gateway"},
    NamedStatus{503, "Service Unavailable"},
    NamedStatus{504, "Gateway Timeout"},
    NamedStatus{505, "HTTP Version Not Supported"},
    NamedStatus{507, "Insufficient Storage"},
};

bool isSoundField(std::string_view name, std::string_view value)
{
    return !name.empty() && std::all_of(name.begin(), name.end(), isTokenCharacter) &&
           std::none_of(value.begin(), value.end(),
                        [](char c) { return c != '\t' && isControl(c); });
}

/// Said by the server, whatever a handler thinks.
bool isServersOwn(std::string_view name)
{
    return isSameIgnoringCase(name, "Content-Length") || isSameIgnoringCase(name, "Connection") ||
           isSameIgnoringCase(name, "Date") || isSameIgnoringCase(name, "Transfer-Encoding");
}

void appendField(std::string &head, std::string_view name, std::string_view value)
{
    head.append(name).append(": ").append(value).append("\r\n");
}

} // namespace

std::string_view reasonOf(int status)
{
    const auto found = std::lower_bound(
        NamedStatuses.begin(), NamedStatuses.end(), status,
        [](const NamedStatus &named, int wanted) { return named.status < wanted; });
    return found != NamedStatuses.end() && found->status == status ? found->reason
                                                                   : std::string_view();
}

bool hasBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

std::string responseHead(const Response &response, std::string_view date, bool closes)
{
    std::string head;
    head.reserve(512);
    head.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
    head.append(reasonOf(response.status)).append("\r\n");
    appendField(head, "Date", date);
    if (!response.contentType.empty())
        appendField(head, "Content-Type", response.contentType);
    if (hasBody(response.status))
        appendField(head, "Content-Length", std::to_string(response.body.size()));
    for (const auto &[name, value] : response.headers) {
        if (!isSoundField(name, value) || isServersOwn(name)) {
            qCCritical(httpLog) << "a response field was left out name="
                                << QByteArray::fromStdString(name);
            continue;
        }
        appendField(head, name, value);
    }
    if (response.upgrade)
        appendField(head, "Connection", "Upgrade");
    else if (closes)
        appendField(head, "Connection", "close");
    head.append("\r\n");
    return head;
}

} // namespace tp::http

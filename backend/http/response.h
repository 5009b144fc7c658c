// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tp::http {

struct SocketUpgrade;

/// An answer, complete. Content-Length, Date and Connection are added when it is written; a HEAD
/// request gets the same head and no body.
struct Response
{
    int status = 200;
    std::string contentType; ///< Empty: no Content-Type field (204, 304).
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    bool close = false;                               ///< End the connection after this answer.
    std::shared_ptr<SocketUpgrade> upgrade = nullptr; ///< 101: what the connection becomes.

    const std::string *header(std::string_view name) const;
};

} // namespace tp::http

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tp::http {

/// The methods that we know; anything else is refused with 501 before it gets here.
enum class Method { Get, Head, Post, Put, Patch, Delete, Options };

std::string_view nameOf(Method method);

/// What a client sent before the body. Field names keep their spelling; look-ups ignore case.
struct RequestHead
{
    Method method = Method::Get;
    std::string target; ///< As sent, origin form: "/api/products?q=tea".
    std::string path;   ///< Before the '?', still percent-encoded.
    std::string query;  ///< After the '?', still percent-encoded.
    std::vector<std::pair<std::string, std::string>> headers;
    std::string peer; ///< The client's address, without its port.
    bool isTls = false;
    bool isHttp11 = true;

    /// The first field of that name (RFC 9110 5.1: case does not matter), or nothing.
    const std::string *header(std::string_view name) const;
};

struct Request : RequestHead
{
    std::string body;
};

} // namespace tp::http

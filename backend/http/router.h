// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/route.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tp::http {

/// The table of routes, and which of them a path means. Filled once before the server starts,
/// read by all I/O threads after.
class Router
{
public:
    Router();
    ~Router();

    RouteBuilder get(std::string pattern) { return add(Method::Get, std::move(pattern)); }
    RouteBuilder post(std::string pattern) { return add(Method::Post, std::move(pattern)); }
    RouteBuilder put(std::string pattern) { return add(Method::Put, std::move(pattern)); }
    RouteBuilder remove(std::string pattern) { return add(Method::Delete, std::move(pattern)); }

    struct Match
    {
        const Route *route = nullptr; ///< Null: no such path, or not by this method.
        std::vector<Method> allowed;  ///< What the path can do, when `route` is null.
        Call::Pairs parts;            ///< The parts in braces, decoded.
    };

    /// A fixed part beats one in braces: /products/category is no product's id. HEAD finds GET's.
    Match match(Method method, std::string_view path) const;

    const std::vector<std::unique_ptr<Route>> &routes() const { return m_routes; }

private:
    struct Node;

    RouteBuilder add(Method method, std::string pattern);
    bool find(const Node &node, std::string_view rest, Method method, Match &match) const;

    std::unique_ptr<Node> m_root;
    std::vector<std::unique_ptr<Route>> m_routes;
};

} // namespace tp::http

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/router.h"

#include "backend/http/percent.h"

namespace tp::http {

/// One part of the paths below its parent.
struct Router::Node
{
    std::map<std::string, std::unique_ptr<Node>, std::less<>> fixed;
    std::unique_ptr<Node> open; ///< The part in braces.
    std::string openName;
    std::map<Method, const Route *> routes;
};

Router::Router() : m_root(std::make_unique<Node>()) {}

Router::~Router() = default;

RouteBuilder Router::add(Method method, std::string pattern)
{
    Node *node = m_root.get();
    std::string_view rest = std::string_view(pattern).substr(1);
    while (!rest.empty()) {
        const std::size_t slash = rest.find('/');
        const std::string_view part = rest.substr(0, slash);
        rest = slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
        const bool isOpen = part.starts_with('{');
        auto &child = isOpen ? node->open : node->fixed[std::string(part)];
        if (!child)
            child = std::make_unique<Node>();
        if (isOpen)
            node->openName = part.substr(1, part.size() - 2);
        node = child.get();
    }

    auto route = std::make_unique<Route>();
    route->method = method;
    route->pattern = std::move(pattern);
    route->index = m_routes.size();
    const bool isNew = node->routes.emplace(method, route.get()).second;
    Q_ASSERT_X(isNew, "Router", "a route was declared twice");
    m_routes.push_back(std::move(route));
    return RouteBuilder(*m_routes.back());
}

bool Router::find(const Node &node, std::string_view rest, Method method, Match &match) const
{
    if (rest.empty()) {
        if (node.routes.empty())
            return false;
        const auto found = node.routes.find(method == Method::Head ? Method::Get : method);
        if (found != node.routes.end())
            match.route = found->second;
        for (const auto &[allowed, route] : node.routes)
            match.allowed.push_back(allowed);
        return true;
    }

    rest.remove_prefix(1); // The slash in front of the part.
    const std::size_t slash = rest.find('/');
    const std::string_view part = rest.substr(0, slash);
    const std::string_view after =
        slash == std::string_view::npos ? std::string_view() : rest.substr(slash);

    if (const auto fixed = node.fixed.find(part); fixed != node.fixed.end()) {
        if (find(*fixed->second, after, method, match))
            return true;
    }
    if (!node.open || part.empty())
        return false;
    auto decoded = percentDecoded(part);
    if (!decoded)
        return false;
    const std::size_t partsBefore = match.parts.size();
    match.parts.emplace_back(node.openName, std::move(*decoded));
    if (find(*node.open, after, method, match))
        return true;
    match.parts.resize(partsBefore);
    return false;
}

Router::Match Router::match(Method method, std::string_view path) const
{
    Match match;
    if (path.size() > 1 && path.starts_with('/'))
        find(*m_root, path, method, match);
    return match;
}

} // namespace tp::http

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/route.h"

using namespace Qt::StringLiterals;

namespace tp::http {

RouteBuilder &RouteBuilder::summary(const QString &text)
{
    m_route.summary = text;
    return *this;
}

RouteBuilder &RouteBuilder::description(const QString &text)
{
    m_route.description = text;
    return *this;
}

RouteBuilder &RouteBuilder::tag(const QString &text)
{
    m_route.tag = text;
    return *this;
}

RouteBuilder &RouteBuilder::open()
{
    m_route.access = Route::Access::Anyone;
    return *this;
}

RouteBuilder &RouteBuilder::openFromLoopback()
{
    m_route.access = Route::Access::Loopback;
    return *this;
}

RouteBuilder &RouteBuilder::openToTills()
{
    m_route.access = Route::Access::Till;
    return *this;
}

RouteBuilder &RouteBuilder::cookie()
{
    m_route.takesCookie = true;
    return *this;
}

RouteBuilder &RouteBuilder::needs(Permission permission)
{
    m_route.permission = permission;
    return *this;
}

RouteBuilder &RouteBuilder::needs(Permission permission, Permission orElse)
{
    m_route.otherPermission = orElse;
    return needs(permission);
}

RouteBuilder &RouteBuilder::pathText(std::string name)
{
    m_route.textPathParts.push_back(std::move(name));
    return *this;
}

RouteBuilder &RouteBuilder::query(std::vector<Param> params)
{
    m_route.params.insert(m_route.params.end(), std::make_move_iterator(params.begin()),
                          std::make_move_iterator(params.end()));
    return *this;
}

RouteBuilder &RouteBuilder::paged()
{
    return query({Param::integer("limit", u"How many items a page holds; 50 unless said"_s, 1, 200),
                  Param::text("cursor", u"The next_cursor of the page before"_s, 2000)})
        .problems({ErrorCode::BadCursor});
}

RouteBuilder &RouteBuilder::problems(std::vector<ErrorCode> codes)
{
    m_route.problems.insert(m_route.problems.end(), codes.begin(), codes.end());
    return *this;
}

RouteBuilder &RouteBuilder::idempotencyKeyRequired()
{
    m_route.keyRule = Route::KeyRule::Required;
    return *this;
}

RouteBuilder &RouteBuilder::withoutIdempotencyKey()
{
    m_route.keyRule = Route::KeyRule::Never;
    return *this;
}

RouteBuilder &RouteBuilder::bodyBytes(std::vector<std::string> mediaTypes, std::size_t bytesMax)
{
    m_route.bodyTypes = std::move(mediaTypes);
    m_route.bodyMax = bytesMax;
    return *this;
}

RouteBuilder &RouteBuilder::secretBody()
{
    m_route.hasSecretBody = true;
    return *this;
}

RouteBuilder &RouteBuilder::outcome(OutcomeHandler handler)
{
    m_route.outcome = std::move(handler);
    return *this;
}

RouteBuilder &RouteBuilder::answersBytes(std::vector<std::string> contentTypes)
{
    m_route.replies.push_back({200, nullptr, std::move(contentTypes)});
    return *this;
}

RouteBuilder &RouteBuilder::answersNothing(int status)
{
    m_route.replies.push_back({status, nullptr, {}});
    return *this;
}

void RouteBuilder::answersWith(PlainHandler handler)
{
    m_route.lane = Route::Lane::Plain;
    m_route.plain = std::move(handler);
}

void RouteBuilder::quick(ReadHandler handler)
{
    m_route.lane = Route::Lane::QuickRead;
    m_route.read = std::move(handler);
}

void RouteBuilder::reads(ReadHandler handler)
{
    m_route.lane = Route::Lane::Read;
    m_route.read = std::move(handler);
}

void RouteBuilder::setWrite(WriteHandler handler)
{
    m_route.lane = Route::Lane::Write;
    m_route.write = std::move(handler);
    if (m_route.method == Method::Post && m_route.keyRule == Route::KeyRule::None)
        m_route.keyRule = Route::KeyRule::Optional;
}

void RouteBuilder::setSocket(SocketHandler handler)
{
    m_route.lane = Route::Lane::Socket;
    m_route.socket = std::move(handler);
    problems({ErrorCode::UpgradeRequired});
}

} // namespace tp::http

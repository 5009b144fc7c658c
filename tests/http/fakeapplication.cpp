// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/http/fakeapplication.h"

#include "backend/http/sockethandshake.h"
#include "tests/http/echoguest.h"

#include <stdexcept>
#include <thread>
#include <utility>

namespace tp::test {

http::Response textResponse(std::string body)
{
    http::Response response;
    response.contentType = "text/plain";
    response.body = std::move(body);
    return response;
}

FakeApplication::~FakeApplication() = default;

std::variant<http::Application::AcceptBody, http::Response>
FakeApplication::head(const http::RequestHead &head)
{
    if (head.path == "/head-throw")
        throw std::runtime_error("thrown on purpose");
    if (head.path == "/head-refuse") {
        http::Response response = textResponse("not you");
        response.status = 403;
        return response;
    }
    AcceptBody accept;
    if (head.path == "/small")
        accept.bytesMax = 10;
    return accept;
}

void FakeApplication::handle(int ioThread, http::Request request,
                             std::unique_ptr<http::Responder> responder)
{
    handled.fetch_add(1);
    {
        const std::lock_guard lock(m_mutex);
        m_threadsSeen.insert(ioThread);
    }
    const std::string &path = request.path;
    if (path == "/throw")
        throw std::runtime_error("thrown on purpose");
    if (path == "/drop")
        return;
    if (path == "/later") {
        const std::lock_guard lock(m_mutex);
        m_kept.push_back(std::move(responder));
        return;
    }
    if (path == "/thread") {
        std::thread([kept = std::move(responder)] {
            kept->respond(textResponse("thread"));
        }).detach();
        return;
    }
    http::Response response = textResponse("hello");
    if (path == "/socket" || path == "/tiny-socket")
        response = upgraded(request);
    if (path == "/echo")
        response.body = std::move(request.body);
    else if (path == "/whoami")
        response.body = request.peer + (request.isTls ? " tls" : " plain");
    else if (path == "/query")
        response.body = request.query;
    else if (path == "/big")
        response.body.assign(1024 * 1024, 'x');
    else if (path == "/evil")
        response.headers = {{"X-Good", "1"}, {"X-Evil", "a\r\nX-Injected: 1"}, {"Date", "never"}};
    else if (path == "/close")
        response.close = true;
    else if (path == "/empty")
        response = {.status = 204, .contentType = {}, .headers = {}, .body = {}, .close = false};
    responder->respond(std::move(response));
    if (path == "/throw-after")
        throw std::runtime_error("thrown after the answer");
}

http::Response FakeApplication::upgraded(const http::Request &request)
{
    const auto accept = http::socketAccept(request);
    if (!accept) {
        http::Response response = textResponse(accept.error().detail.toStdString());
        response.status = accept.error().code == ErrorCode::UpgradeRequired ? 426 : 400;
        return response;
    }
    http::Response response;
    response.status = 101;
    http::addSocketFields(response, request, *accept);
    response.upgrade = std::make_shared<http::SocketUpgrade>();
    response.upgrade->guest = std::make_unique<EchoGuest>();
    response.upgrade->messageBytesMax = request.path == "/socket" ? 32 * 1024 * 1024 : 16;
    response.upgrade->isAllowed = [this] { return isAllowed.load(); };
    return response;
}

http::Response FakeApplication::refusal(int status, std::string_view detail)
{
    http::Response response = textResponse(std::string(detail));
    response.status = status;
    response.headers = {{"X-Request-Id", "fake-id"}};
    return response;
}

void FakeApplication::threadStarted(int)
{
    threadsRunning.fetch_add(1);
}

void FakeApplication::threadEnds(int)
{
    threadsRunning.fetch_sub(1);
}

int FakeApplication::keptCount() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_kept.size());
}

void FakeApplication::answerKept(const std::string &body)
{
    std::unique_ptr<http::Responder> responder;
    {
        const std::lock_guard lock(m_mutex);
        responder = std::move(m_kept.front());
        m_kept.erase(m_kept.begin());
    }
    responder->respond(textResponse(body));
}

void FakeApplication::dropKept()
{
    std::vector<std::unique_ptr<http::Responder>> kept;
    const std::lock_guard lock(m_mutex);
    kept.swap(m_kept);
}

std::set<int> FakeApplication::threadsSeen() const
{
    const std::lock_guard lock(m_mutex);
    return m_threadsSeen;
}

} // namespace tp::test

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/application.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace tp::test {

/// A tiny application for the server's own tests. Paths: /hello, /echo, /whoami, /big (1 MiB),
/// /later (kept until answerKept()), /thread (answered from another thread), /throw, /throw-after,
/// /drop, /evil (a field with a line end), /close, /empty (204); /head-refuse and /head-throw say
/// no before the body. /socket becomes a WebSocket that says back what it hears, of up to 32 MiB,
/// /tiny-socket one of up to 16 bytes; both as long as isAllowed. /small takes 10 bytes of body,
/// everything else 1 MiB.
class FakeApplication final : public http::Application
{
public:
    ~FakeApplication() override;

    std::variant<AcceptBody, http::Response> head(const http::RequestHead &head) override;
    void handle(int ioThread, http::Request request,
                std::unique_ptr<http::Responder> responder) override;
    http::Response refusal(int status, std::string_view detail) override;
    void threadStarted(int ioThread) override;
    void threadEnds(int ioThread) override;

    /// How many requests wait under /later.
    int keptCount() const;
    /// Answers the oldest one, on the caller's thread.
    void answerKept(const std::string &body);
    void dropKept();

    std::atomic<int> handled{0};
    std::atomic<bool> isAllowed{true};
    std::atomic<int> threadsRunning{0};
    std::set<int> threadsSeen() const;

private:
    http::Response upgraded(const http::Request &request);

    mutable std::mutex m_mutex; ///< Guards what follows.
    std::vector<std::unique_ptr<http::Responder>> m_kept;
    std::set<int> m_threadsSeen;
};

/// A plain 200 with that body.
http::Response textResponse(std::string body);

} // namespace tp::test

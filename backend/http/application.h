// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/request.h"
#include "backend/http/response.h"

#include <memory>
#include <variant>

namespace tp::http {

/// Takes one answer for one request, from any thread, once. Dropped without an answer it gives
/// 500, so that a client never waits for a handler that forgot it. The connection may be gone by
/// then; that is not an error.
class Responder
{
public:
    virtual ~Responder() = default;
    virtual void respond(Response response) = 0;
};

/// What the server serves. Called on the I/O threads; nothing in it may block.
class Application
{
public:
    virtual ~Application() = default;

    /// How the body is to be taken.
    struct AcceptBody
    {
        std::size_t bytesMax = 1024 * 1024;
    };

    /// Asked when the head is complete, before any of the body is read and before 100 Continue is
    /// sent: a limit, or an early refusal that ends the connection (after it can be read).
    virtual std::variant<AcceptBody, Response> head(const RequestHead &head) = 0;

    /// `ioThread` counts from 0 and is the thread that this runs on. An exception in here is
    /// answered 500 and logged; the process lives on.
    virtual void handle(int ioThread, Request request, std::unique_ptr<Responder> responder) = 0;

    /// An answer for what the server itself refuses (400, 408, 413, 431, 501, 503, 505 …), in the
    /// contract's form. `code` is an ErrorCode's wire name's source; detail is plain English.
    virtual Response refusal(int status, std::string_view detail) = 0;

    /// Called on an I/O thread when it starts and before it ends, to make what belongs to it.
    virtual void threadStarted(int ioThread) = 0;
    virtual void threadEnds(int ioThread) = 0;
};

} // namespace tp::http

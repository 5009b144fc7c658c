// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/framereader.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace tp::http {

/// Where a guest puts what it says. From any thread; it may outlive the socket and the server, and
/// what comes too late is dropped.
class SocketLine
{
public:
    virtual ~SocketLine() = default;

    /// Each is a message of text, sent in this order.
    virtual void say(std::vector<std::string> texts) = 0;
    virtual void sayBytes(std::string bytes) = 0;

    /// Ends it, behind what was said before.
    virtual void hangUp(SocketEnd end) = 0;
};

/// Who speaks with one client over one WebSocket. Called on the socket's I/O thread, so nothing in
/// it may block; destroyed there when the socket is gone.
class SocketGuest
{
public:
    virtual ~SocketGuest() = default;

    /// It may speak from now on.
    virtual void opened(std::shared_ptr<SocketLine> line) = 0;

    virtual void heardText(std::string text) = 0;
    virtual void heardBytes(std::string bytes) = 0;

    /// All that was said is with the network: there is room for more.
    virtual void wasSent() = 0;
};

/// What makes a WebSocket of a connection, once 101 is said.
struct SocketUpgrade
{
    std::unique_ptr<SocketGuest> guest;
    std::size_t messageBytesMax = 64 * 1024;

    /// Asked every now and then: false ends it with 4401. Empty: nobody's business.
    std::function<bool()> isAllowed;
};

/// The codes that are our own (RFC 6455 7.4.2).
namespace SocketCode {
inline constexpr quint16 GoingAway = 1001;
inline constexpr quint16 RightsEnded = 4401;
inline constexpr quint16 TooSlow = 4408;
inline constexpr quint16 NoLongerKept = 4410;
} // namespace SocketCode

} // namespace tp::http

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/plainstream.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <optional>
#include <utility>

namespace tp::http {

namespace {

constexpr std::size_t PiecesMax = 16;

/// Bytes that went out: 0 when the socket is full, nothing when it is lost. MSG_NOSIGNAL: a client
/// that has gone is an answer of the call, not a SIGPIPE.
std::optional<std::size_t> sendPieces(int descriptor, std::span<iovec> pieces)
{
    msghdr message{};
    message.msg_iov = pieces.data();
    message.msg_iovlen = pieces.size();
    for (;;) {
        const ssize_t sent = ::sendmsg(descriptor, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent >= 0)
            return std::size_t(sent);
        if (errno == EAGAIN || errno == EWOULDBLOCK)
            return 0;
        if (errno != EINTR)
            return std::nullopt;
    }
}

iovec pieceOf(std::string &text, std::size_t from)
{
    return {text.data() + from, text.size() - from};
}

} // namespace

PlainStream::PlainStream(int descriptor, Listener &listener)
    : m_descriptor(descriptor)
    , m_listener(&listener)
    , m_readNotifier(descriptor, QSocketNotifier::Read)
    , m_writeNotifier(descriptor, QSocketNotifier::Write)
{
    m_writeNotifier.setEnabled(false);
    const int on = 1;
    // Answers go out whole, so that waiting to join them with others only costs time.
    ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    connect(&m_readNotifier, &QSocketNotifier::activated, this, &PlainStream::becameReadable);
    connect(&m_writeNotifier, &QSocketNotifier::activated, this, &PlainStream::becameWritable);
}

PlainStream::~PlainStream()
{
    close();
}

void PlainStream::open()
{
    m_listener->streamOpened();
}

std::size_t PlainStream::read(std::span<char> into)
{
    while (m_descriptor >= 0 && !m_isAtEnd) {
        const ssize_t got = ::recv(m_descriptor, into.data(), into.size(), MSG_DONTWAIT);
        if (got > 0)
            return std::size_t(got);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            return 0;
        m_isAtEnd = true;                 // Or reset, which the next send will find out.
        m_readNotifier.setEnabled(false); // It would be called for ever.
    }
    return 0;
}

void PlainStream::setReading(bool isOn)
{
    m_isReading = isOn;
    // Switched off only when something comes: mostly the answer is there before.
    if (isOn && m_descriptor >= 0 && !m_isAtEnd && !m_readNotifier.isEnabled())
        m_readNotifier.setEnabled(true);
}

void PlainStream::becameReadable()
{
    if (m_descriptor < 0)
        return;
    if (m_isReading)
        m_listener->streamReadable();
    else
        m_readNotifier.setEnabled(false);
}

bool PlainStream::send(std::string head, std::string body)
{
    if (m_descriptor < 0 || m_finishes)
        return false;
    std::size_t sent = 0;
    if (m_waiting.empty()) {
        std::array pieces{pieceOf(head, 0), pieceOf(body, 0)};
        const auto gone = sendPieces(m_descriptor, pieces);
        if (!gone)
            return false;
        sent = *gone;
    }
    const std::size_t headSize = head.size();
    const std::size_t left = headSize + body.size() - sent;
    if (left == 0)
        return true;
    if (sent < headSize) {
        m_waiting.push_back(std::move(head));
        if (!body.empty())
            m_waiting.push_back(std::move(body));
    } else {
        sent -= headSize;
        m_waiting.push_back(std::move(body));
    }
    if (sent > 0)
        m_firstSent = sent; // Only ever of the first that waits.
    m_unsentBytes += left;
    m_writeNotifier.setEnabled(true);
    return true;
}

void PlainStream::becameWritable()
{
    if (m_descriptor < 0)
        return;
    if (!sendWaiting()) {
        m_listener->streamLost();
        return;
    }
    if (m_waiting.empty()) {
        m_writeNotifier.setEnabled(false);
        shutDownWhenSent();
    }
    m_listener->streamSent();
}

bool PlainStream::sendWaiting()
{
    std::array<iovec, PiecesMax> pieces{};
    std::size_t count = 0;
    for (std::string &text : m_waiting) {
        if (count == PiecesMax)
            break;
        pieces[count] = pieceOf(text, count == 0 ? m_firstSent : 0);
        ++count;
    }
    const auto gone = sendPieces(m_descriptor, std::span(pieces).first(count));
    if (!gone)
        return false;
    m_unsentBytes -= *gone;
    m_firstSent += *gone;
    while (!m_waiting.empty() && m_firstSent >= m_waiting.front().size()) {
        m_firstSent -= m_waiting.front().size();
        m_waiting.pop_front();
    }
    return true;
}

void PlainStream::finishSending()
{
    m_finishes = true;
    shutDownWhenSent();
}

void PlainStream::shutDownWhenSent()
{
    if (m_finishes && m_waiting.empty() && m_descriptor >= 0)
        ::shutdown(m_descriptor, SHUT_WR);
}

void PlainStream::close()
{
    if (m_descriptor < 0)
        return;
    m_readNotifier.setEnabled(false);
    m_writeNotifier.setEnabled(false);
    ::close(m_descriptor);
    m_descriptor = -1;
    m_waiting.clear();
    m_unsentBytes = 0;
}

} // namespace tp::http

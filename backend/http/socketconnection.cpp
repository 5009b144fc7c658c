// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/socketconnection.h"

#include "backend/http/connectionset.h"
#include "backend/http/failureof.h"
#include "backend/http/log.h"
#include "backend/http/socketpost.h"
#include "backend/http/steadytime.h"

#include <utility>

namespace tp::http {

SocketConnection::SocketConnection(ConnectionSet &set, quint64 id, Admission admission,
                                   std::unique_ptr<ByteStream> stream, SocketUpgrade upgrade)
    : m_set(set)
    , m_id(id)
    , m_admission(admission)
    , m_stream(std::move(stream))
    , m_upgrade(std::move(upgrade))
    , m_reader(m_upgrade.messageBytesMax)
    , m_heardMs(steadyMs())
    , m_pingedMs(m_heardMs)
    , m_sentMs(m_heardMs)
    , m_allowedMs(m_heardMs)
{}

SocketConnection::~SocketConnection() = default;

void SocketConnection::open(std::string_view input)
{
    m_stream->setListener(*this);
    m_stream->setReading(true);
    m_upgrade.guest->opened(m_set.makeLine(m_id));
    heard(input);
    if (m_state != State::Closed)
        streamReadable();
}

void SocketConnection::streamReadable()
{
    const std::span<char> scratch = m_set.scratch();
    while (m_state == State::Open || m_state == State::Leaving) {
        // Who asks for much and reads nothing is heard again once the answers are gone.
        if (m_stream->unsentBytes() > m_set.limits().unsentBytesMax) {
            m_stream->setReading(false);
            return;
        }
        const std::size_t size = m_stream->read(scratch);
        if (size == 0)
            break;
        heard({scratch.data(), size});
        if (size < scratch.size())
            break;
    }
    if (m_state == State::Draining)
        drain();
    else if (m_state != State::Closed && m_stream->isAtEnd())
        close();
}

void SocketConnection::heard(std::string_view bytes)
{
    m_heardMs = steadyMs();
    while (m_state == State::Open || m_state == State::Leaving) {
        FrameReader::Item item = m_reader.next(bytes);
        if (item.kind == FrameReader::Kind::Nothing)
            return;
        const auto failure = failureOf([&] { take(std::move(item)); });
        if (failure) {
            qCCritical(httpLog) << "a socket's guest failed why=" << failure->c_str();
            hangUp({1011, "internal error"});
        }
    }
}

void SocketConnection::take(FrameReader::Item item)
{
    using Kind = FrameReader::Kind;
    const bool isOpen = m_state == State::Open; // What comes behind our close is not for anybody.
    switch (item.kind) {
    case Kind::Nothing:
    case Kind::Pong:
        return;
    case Kind::Text:
        return isOpen ? m_upgrade.guest->heardText(std::move(item.payload)) : void();
    case Kind::Binary:
        return isOpen ? m_upgrade.guest->heardBytes(std::move(item.payload)) : void();
    case Kind::Ping:
        return isOpen ? send(pongFrame(item.payload)) : void();
    case Kind::Close:
    case Kind::Broken:
        // RFC 6455 5.5.1 and 7.1.7: the same code back, or what is wrong. Then the server ends.
        if (isOpen)
            send(closeFrame({item.code, item.kind == Kind::Broken ? item.payload : ""}));
        return closeSaid();
    }
    Q_UNREACHABLE();
}

void SocketConnection::say(const std::vector<std::string> &texts)
{
    if (m_state != State::Open)
        return;
    std::string frames;
    for (const std::string &text : texts)
        frames += textFrame(text);
    m_hasSpoken = true;
    send(std::move(frames));
}

void SocketConnection::sayBytes(std::string_view bytes)
{
    if (m_state != State::Open)
        return;
    m_hasSpoken = true;
    send(binaryFrame(bytes));
}

void SocketConnection::send(std::string frame)
{
    if (m_stream->unsentBytes() == 0)
        m_sentMs = steadyMs();
    if (!m_stream->send(std::move(frame), {}))
        close();
    else if (m_hasSpoken && m_stream->unsentBytes() == 0)
        m_set.socketSentLater(m_id); // Not from here: the guest may be what called us.
}

void SocketConnection::hangUp(const SocketEnd &end)
{
    if (m_state != State::Open)
        return;
    send(closeFrame(end));
    if (m_state != State::Open)
        return;
    m_state = State::Leaving;
    m_leavingMs = steadyMs();
}

/// Nothing is said or heard any more; what is on its way shall arrive.
void SocketConnection::closeSaid()
{
    if (m_state == State::Closed)
        return;
    m_state = State::Draining;
    m_leavingMs = steadyMs();
    m_stream->finishSending();
    m_stream->setReading(true);
    drain();
}

void SocketConnection::drain()
{
    const std::span<char> scratch = m_set.scratch();
    while (m_stream->read(scratch) > 0) {}
    const bool isSent = m_stream->unsentBytes() == 0;
    if (m_stream->isAtEnd() || (isSent && !m_stream->canFinishSending()))
        close();
}

void SocketConnection::streamSent()
{
    m_sentMs = steadyMs();
    if (m_state == State::Draining)
        return drain();
    if (m_stream->unsentBytes() <= m_set.limits().unsentBytesMax)
        m_stream->setReading(true);
    noteSent();
}

void SocketConnection::noteSent()
{
    if (m_state == State::Open && m_stream->unsentBytes() == 0 && std::exchange(m_hasSpoken, false))
        m_upgrade.guest->wasSent();
}

void SocketConnection::checkTimes(qint64 nowMs)
{
    const ServerLimits &limits = m_set.limits();
    const bool isStuck = m_stream->unsentBytes() > 0 && nowMs - m_sentMs > limits.socketSlowMs;
    switch (m_state) {
    case State::Open:
        if (isStuck)
            return hangUp({SocketCode::TooSlow, "too slow"});
        return checkSilence(nowMs);
    case State::Leaving:
    case State::Draining:
        // Its turn begins when our last words are out.
        if (m_stream->unsentBytes() > 0
                ? nowMs - m_leavingMs > 2 * limits.socketSlowMs
                : nowMs - std::max(m_leavingMs, m_sentMs) > limits.socketCloseMs)
            close();
        return;
    case State::Closed:
        return;
    }
    Q_UNREACHABLE();
}

void SocketConnection::checkSilence(qint64 nowMs)
{
    const ServerLimits &limits = m_set.limits();
    if (nowMs - m_heardMs > limits.socketSilenceMs)
        return close();
    if (nowMs - std::max(m_heardMs, m_pingedMs) > limits.socketPingMs) {
        m_pingedMs = nowMs;
        send(pingFrame({}));
    }
    if (m_upgrade.isAllowed && nowMs - m_allowedMs > limits.socketAllowedMs) {
        m_allowedMs = nowMs;
        if (!m_upgrade.isAllowed())
            hangUp({SocketCode::RightsEnded, "the token's rights have ended"});
    }
}

void SocketConnection::close()
{
    if (std::exchange(m_state, State::Closed) == State::Closed)
        return;
    m_stream->close();
    m_set.remove(*this);
}

} // namespace tp::http

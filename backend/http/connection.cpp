// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/connection.h"

#include "backend/http/connectionset.h"
#include "backend/http/log.h"
#include "backend/http/responsehead.h"
#include "backend/http/steadytime.h"

#include <exception>
#include <utility>
#include <variant>

namespace tp::http {

namespace {

/// After so many of one client the others have their turn.
constexpr int RequestsPerTurn = 32;

QByteArray requestIdIn(const Response &response)
{
    const std::string *id = response.header("X-Request-Id");
    return id ? QByteArray::fromStdString(*id) : QByteArray("-");
}

} // namespace

Connection::Connection(ConnectionSet &set, quint64 id, Admission admission, std::string peer)
    : m_set(set)
    , m_id(id)
    , m_admission(admission)
    , m_peer(std::move(peer))
    , m_parser(set.limits())
    , m_lastInputMs(steadyMs())
    , m_lastOutputMs(m_lastInputMs)
{
}

Connection::~Connection() = default;

void Connection::open(std::unique_ptr<ByteStream> stream)
{
    m_stream = std::move(stream);
    m_stream->open();
}

void Connection::streamOpened()
{
    m_state = State::Reading;
    m_lastInputMs = steadyMs();
    if (m_admission == Admission::Surplus)
        refuse({503, "The server has as many connections as it may have"});
}

void Connection::streamReadable()
{
    const std::span<char> scratch = m_set.scratch();
    while (m_state == State::Reading) {
        const std::size_t size = m_stream->read(scratch);
        if (size == 0)
            break;
        received({scratch.data(), size});
        if (size < scratch.size())
            break;
    }
    if (m_state == State::Reading && m_stream->isAtEnd())
        inputEnded();
    else if (m_state == State::Draining)
        drain();
}

void Connection::received(std::string_view bytes)
{
    m_lastInputMs = steadyMs();
    if (m_parser.state() == RequestParser::State::Body)
        m_bodyBytes += bytes.size();
    if (m_input.empty()) {
        // Nearly always a request comes whole and is parsed where it was read.
        const std::size_t used = consume(bytes);
        m_input.assign(bytes.substr(used));
    } else {
        m_input.append(bytes);
        m_input.erase(0, consume(m_input));
    }
    noteProgress();
}

void Connection::continueReading()
{
    if (m_state != State::Reading)
        return;
    if (m_holdsBack && m_stream->unsentBytes() <= m_set.limits().unsentBytesMax) {
        m_holdsBack = false;
        m_stream->setReading(true);
    }
    if (!m_input.empty()) {
        m_input.erase(0, consume(m_input));
        noteProgress();
    }
    if (m_state == State::Reading && m_stream->isAtEnd())
        inputEnded();
}

void Connection::noteProgress()
{
    if (m_state == State::Draining || m_state == State::Closed) {
        m_input.clear();
        m_input.shrink_to_fit();
    } else if (!m_parser.isInsideHead()) {
        m_headSinceMs = 0;
    } else if (m_headSinceMs == 0) {
        m_headSinceMs = steadyMs();
    }
}

std::size_t Connection::consume(std::string_view bytes)
{
    std::size_t used = 0;
    int requests = 0;
    while (m_state == State::Reading && used < bytes.size() && !holdsBack()) {
        if (m_parser.state() == RequestParser::State::Head && ++requests > RequestsPerTurn) {
            m_set.continueLater(m_id);
            m_stream->setReading(false);
            m_holdsBack = true;
            break;
        }
        const std::size_t step = m_parser.advance(bytes.substr(used));
        used += step;
        if (m_parser.state() == RequestParser::State::HeadReady)
            headReady(used < bytes.size());
        if (m_state != State::Reading)
            break;
        if (m_parser.state() == RequestParser::State::Complete)
            dispatch();
        else if (m_parser.state() == RequestParser::State::Refused)
            refuse(m_parser.refusal());
        else if (step == 0)
            break; // What is there is a part of something that is read whole.
    }
    return used;
}

bool Connection::holdsBack()
{
    if (m_parser.state() != RequestParser::State::Head ||
        m_stream->unsentBytes() <= m_set.limits().unsentBytesMax)
        return false;
    m_stream->setReading(false); // streamSent() goes on.
    m_holdsBack = true;
    return true;
}

void Connection::inputEnded()
{
    const bool isHalf =
        m_parser.isInsideHead() || m_parser.state() == RequestParser::State::Body;
    if (isHalf)
        refuse({400, "The request ended before it was complete"});
    else if (m_stream->unsentBytes() > 0)
        startDraining();
    else
        close();
}

void Connection::headReady(bool bodyFollows)
{
    const HeadFacts &facts = m_parser.facts();
    const bool hasBody = facts.hasBody();
    RequestHead &head = m_parser.head();
    head.peer = m_peer;
    head.isTls = m_set.isTls();
    m_isHead = facts.method == Method::Head;
    m_keepsAlive = facts.isHttp11 && !facts.wantsClose;
    m_headSinceMs = 0;

    std::variant<Application::AcceptBody, Response> verdict;
    try {
        verdict = m_set.application().head(head);
    } catch (const std::exception &exception) {
        m_keepsAlive = false;
        fail(exception.what());
        return;
    } catch (...) {
        m_keepsAlive = false;
        fail("an unknown exception");
        return;
    }
    if (auto *response = std::get_if<Response>(&verdict)) {
        // What is left of a body would be read as the next request.
        const bool keepsAlive = m_keepsAlive && !hasBody && !response->close;
        if (!hasBody)
            m_parser.skipRequest();
        deliver(std::move(*response), keepsAlive);
        return;
    }
    const bool wantsContinue = facts.wantsContinue && hasBody && !bodyFollows;
    m_parser.takeBody(std::get<Application::AcceptBody>(verdict).bytesMax);
    if (m_parser.state() != RequestParser::State::Body)
        return;
    m_bodySinceMs = m_lastInputMs;
    m_bodyBytes = 0;
    if (wantsContinue && !m_stream->send("HTTP/1.1 100 Continue\r\n\r\n", {}))
        close();
}

void Connection::dispatch()
{
    m_state = State::Handling;
    ++m_request;
    m_isDropped = false;
    const char *why = "the handler dropped it without an answer";
    std::string what;
    m_isInHandler = true;
    try {
        m_set.application().handle(m_set.ioThread(), m_parser.takeRequest(),
                                   m_set.makeResponder(m_id, m_request));
    } catch (const std::exception &exception) {
        what = exception.what();
        why = what.c_str();
        m_isDropped = true;
    } catch (...) {
        why = "an unknown exception";
        m_isDropped = true;
    }
    m_isInHandler = false;
    if (m_state != State::Handling) {
        if (m_isDropped)
            qCCritical(httpLog) << "a handler failed after its answer why=" << why;
        return;
    }
    if (m_isDropped)
        fail(why);
    else
        m_stream->setReading(false); // One request at a time: the rest waits in the socket.
}

void Connection::answer(quint64 request, std::optional<Response> response)
{
    if (m_state != State::Handling || request != m_request)
        return;
    if (!response && m_isInHandler) {
        m_isDropped = true; // dispatch() may know why.
        return;
    }
    if (response)
        deliver(std::move(*response), m_keepsAlive && !response->close);
    else
        fail("the handler dropped it without an answer");
    if (m_isInHandler || m_state != State::Reading)
        return;
    m_stream->setReading(true);
    // Not from here: the caller may be in the middle of another connection's request.
    if (!m_input.empty() || m_stream->isAtEnd())
        m_set.continueLater(m_id);
}

void Connection::fail(const char *why)
{
    Response response = refusal(500, "The request could not be handled");
    qCCritical(httpLog).nospace() << "a request failed request_id=" << requestIdIn(response)
                                  << " why=" << why;
    const bool keepsAlive = m_keepsAlive && !response.close;
    deliver(std::move(response), keepsAlive);
}

void Connection::refuse(Refusal reason)
{
    deliver(refusal(reason.status, reason.detail), false);
}

Response Connection::refusal(int status, std::string_view detail)
{
    try {
        return m_set.application().refusal(status, detail);
    } catch (const std::exception &exception) {
        qCCritical(httpLog) << "a refusal failed why=" << exception.what();
    } catch (...) {
        qCCritical(httpLog) << "a refusal failed";
    }
    Response response;
    response.status = status;
    return response;
}

void Connection::deliver(Response response, bool keepsAlive)
{
    keepsAlive = keepsAlive && !m_set.isStopping();
    m_state = State::Reading;
    m_lastInputMs = steadyMs(); // The client's turn: its idle time begins anew.
    m_lastOutputMs = m_lastInputMs;
    m_bodySinceMs = 0;
    std::string head = responseHead(response, m_set.date(), !keepsAlive);
    if (std::exchange(m_isHead, false) || !hasBody(response.status))
        response.body.clear();
    if (!m_stream->send(std::move(head), std::move(response.body)))
        close();
    else if (!keepsAlive)
        startDraining();
}

void Connection::startDraining()
{
    m_state = State::Draining;
    m_drainedBytes = 0;
    m_drainSinceMs = 0;
    m_stream->finishSending();
    if (m_stream->unsentBytes() == 0)
        outputSent();
    else
        m_stream->setReading(false);
}

void Connection::outputSent()
{
    // A stream that ends both directions at once may do so when nothing more can come; else what
    // still comes would be answered with a reset, and that could overtake our answer.
    const bool nothingComes = m_parser.state() == RequestParser::State::Head && m_input.empty() &&
        !m_parser.isInsideHead();
    if (m_stream->isAtEnd() || (!m_stream->canFinishSending() && nothingComes)) {
        close();
        return;
    }
    m_drainSinceMs = steadyMs();
    m_stream->setReading(true);
}

void Connection::drain()
{
    const std::span<char> scratch = m_set.scratch();
    while (m_drainSinceMs != 0) {
        const std::size_t size = m_stream->read(scratch);
        m_drainedBytes += size;
        if (m_stream->isAtEnd()) {
            close();
            return;
        }
        if (m_drainedBytes >= m_set.limits().drainBytesMax) {
            m_stream->setReading(false); // It has until the end of its time to read our answer.
            return;
        }
        if (size == 0)
            return;
    }
}

void Connection::streamSent()
{
    m_lastOutputMs = steadyMs();
    const std::size_t unsent = m_stream->unsentBytes();
    if (m_state == State::Draining) {
        if (unsent == 0 && m_drainSinceMs == 0)
            outputSent();
    } else if (m_holdsBack && unsent <= m_set.limits().unsentBytesMax) {
        continueReading();
    }
}

void Connection::streamLost()
{
    close();
}

void Connection::stopWhenIdle()
{
    if (m_state == State::Reading && !m_holdsBack)
        streamReadable(); // What has arrived before the stop is still answered.
    const bool isIdle = m_state == State::Reading && m_input.empty() &&
        m_parser.state() == RequestParser::State::Head && !m_parser.isInsideHead();
    if (isIdle && m_stream->unsentBytes() > 0)
        startDraining();
    else if (isIdle || m_state == State::Opening)
        close();
}

void Connection::checkTimes(qint64 nowMs)
{
    const ServerLimits &limits = m_set.limits();
    if (m_state == State::Closed)
        return;
    if (m_stream->unsentBytes() > 0 && nowMs - m_lastOutputMs > limits.idleTimeoutMs) {
        close(); // It does not read what it asked for.
        return;
    }
    switch (m_state) {
    case State::Opening:
        if (nowMs - m_lastInputMs > limits.headTimeoutMs)
            close();
        return;
    case State::Reading: {
        if (m_headSinceMs != 0) {
            if (nowMs - m_headSinceMs > limits.headTimeoutMs)
                refuse({408, "The head of the request took too long"});
            return;
        }
        const qint64 idleMs = nowMs - m_lastInputMs;
        if (m_bodySinceMs == 0) {
            if (idleMs > limits.idleTimeoutMs && m_stream->unsentBytes() == 0)
                close();
            return;
        }
        const qint64 bodyMs = nowMs - m_bodySinceMs;
        const bool isSlow = bodyMs > limits.idleTimeoutMs &&
            qint64(m_bodyBytes) * 1000 < bodyMs * limits.bodyBytesPerSecondMin;
        if (idleMs > limits.idleTimeoutMs || isSlow)
            refuse({408, "The body of the request took too long"});
        return;
    }
    case State::Draining:
        if (m_drainSinceMs != 0 && nowMs - m_drainSinceMs > limits.drainTimeoutMs)
            close();
        return;
    case State::Handling:
    case State::Closed:
        return;
    }
    Q_UNREACHABLE();
}

void Connection::close()
{
    if (std::exchange(m_state, State::Closed) == State::Closed)
        return;
    m_input.clear();
    m_stream->close();
    m_set.remove(*this);
}

} // namespace tp::http

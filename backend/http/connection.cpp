// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/connection.h"

#include "backend/http/connectionset.h"
#include "backend/http/failureof.h"
#include "backend/http/log.h"
#include "backend/http/responsehead.h"
#include "backend/http/steadytime.h"

#include <utility>
#include <variant>

namespace tp::http {

namespace {

/// After so many of one client the others have their turn.
constexpr int RequestsPerTurn = 32;
const char *const WasDropped = "the handler dropped it without an answer";
constexpr std::size_t InputBytesKept = 4096;

} // namespace

Connection::Connection(ConnectionSet &set, quint64 id, Admission admission, std::string peer)
    : m_set(set)
    , m_id(id)
    , m_admission(admission)
    , m_peer(std::move(peer))
    , m_parser(set.limits())
    , m_times(steadyMs())
{}

Connection::~Connection() = default;

void Connection::open(std::unique_ptr<ByteStream> stream)
{
    m_stream = std::move(stream);
    m_stream->open();
}

void Connection::streamOpened()
{
    m_state = State::Reading;
    m_times.inputCame(steadyMs());
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
    m_times.inputCame(steadyMs());
    if (m_parser.state() == RequestParser::State::Body)
        m_times.bodyCame(bytes.size());
    if (m_input.empty()) {
        // Nearly always a request comes whole and is parsed where it was read.
        const std::size_t used = consume(bytes);
        m_input.assign(bytes.substr(used));
    } else {
        m_input.append(bytes);
        m_input.erase(0, consume(m_input));
    }
    if (m_input.empty() && m_input.capacity() > InputBytesKept)
        std::string().swap(m_input); // Thousands may be idle for long.
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
    if (m_state == State::Draining || m_state == State::Closed)
        m_input.clear();
    else if (m_parser.isInsideHead())
        m_times.headGoesOn(steadyMs());
    else
        m_times.headEnded();
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
    const bool isHalf = m_parser.isInsideHead() || m_parser.state() == RequestParser::State::Body;
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
    head.isTls = m_stream->isEncrypted();
    head.isHttp11 = facts.isHttp11;
    m_isHead = facts.method == Method::Head;
    m_keepsAlive = facts.isHttp11 && !facts.wantsClose;
    m_times.headEnded();

    std::variant<Application::AcceptBody, Response> verdict;
    if (const auto failure = failureOf([&] { verdict = m_set.application().head(head); })) {
        m_keepsAlive = false;
        fail(*failure);
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
    if (m_set.isTls() && !head.isTls)
        return refuse({400, "This address speaks TLS"}); // Whatever the application thinks.
    const bool wantsContinue = facts.wantsContinue && hasBody && !bodyFollows;
    m_parser.takeBody(std::get<Application::AcceptBody>(verdict).bytesMax);
    if (m_parser.state() != RequestParser::State::Body)
        return;
    m_times.bodyBegan(steadyMs());
    if (wantsContinue && !m_stream->send("HTTP/1.1 100 Continue\r\n\r\n", {}))
        close();
}

void Connection::dispatch()
{
    m_state = State::Handling;
    ++m_request;
    m_isDropped = false;
    m_isInHandler = true;
    const auto failure = failureOf([this] {
        m_set.application().handle(m_set.ioThread(), m_parser.takeRequest(),
                                   m_set.makeResponder(m_id, m_request));
    });
    m_isInHandler = false;
    if (m_state != State::Handling) {
        if (failure)
            qCCritical(httpLog).nospace()
                << "a handler failed after its answer why=" << failure->c_str();
    } else if (failure || m_isDropped) {
        fail(failure.value_or(WasDropped));
    } else {
        m_stream->setReading(false); // One request at a time: the rest waits in the socket.
    }
}

void Connection::answer(quint64 request, std::optional<Response> response)
{
    if (m_state != State::Handling || request != m_request)
        return;
    if (!response && m_isInHandler) {
        m_isDropped = true; // dispatch() may know why.
        return;
    }
    if (response && response->upgrade)
        return upgrade(*response);
    if (response)
        deliver(std::move(*response), m_keepsAlive && !response->close);
    else
        fail(WasDropped);
    if (m_isInHandler || m_state != State::Reading)
        return;
    m_stream->setReading(true);
    // Not from here: the caller may be in the middle of another connection's request.
    if (!m_input.empty() || m_stream->isAtEnd())
        m_set.continueLater(m_id);
}

void Connection::upgrade(const Response &response)
{
    if (!m_stream->send(responseHead(response, m_set.date(), false), {}))
        return close();
    m_state = State::Closed;
    m_set.upgrade(*this, std::move(m_stream), m_input, std::move(*response.upgrade));
}

void Connection::fail(const std::string &why)
{
    Response response = refusal(500, "The request could not be handled");
    logFailure(response, why);
    const bool keepsAlive = m_keepsAlive && !response.close;
    deliver(std::move(response), keepsAlive);
}

void Connection::refuse(Refusal reason)
{
    deliver(refusal(reason.status, reason.detail), false);
}

Response Connection::refusal(int status, std::string_view detail)
{
    Response response;
    response.status = status;
    const auto failure = failureOf([&] { response = m_set.application().refusal(status, detail); });
    if (failure)
        qCCritical(httpLog).nospace() << "a refusal failed why=" << failure->c_str();
    return response;
}

void Connection::deliver(Response response, bool keepsAlive)
{
    keepsAlive = keepsAlive && !m_set.isStopping();
    m_state = State::Reading;
    m_times.answered(steadyMs());
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
    m_times.outputWent(steadyMs());
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
    if (m_stream->unsentBytes() > 0 && m_times.isOutputStuck(nowMs, limits))
        return close(); // It does not read what it asked for.
    switch (m_state) {
    case State::Opening:
        if (m_times.isOpeningLate(nowMs, limits))
            close();
        return;
    case State::Reading:
        if (m_times.isHeadLate(nowMs, limits))
            refuse({408, "The head of the request took too long"});
        else if (m_times.isBodyLate(nowMs, limits))
            refuse({408, "The body of the request took too long"});
        else if (!m_times.isInHead() && m_stream->unsentBytes() == 0 &&
                 m_times.isIdleLong(nowMs, limits))
            close();
        return;
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

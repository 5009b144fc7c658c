// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/requestparser.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include <algorithm>
#include <utility>

namespace tp::http {

namespace beast = boost::beast;

/// Gathers what Beast finds: the fields, and a body whose length was announced. A chunked body is
/// ChunkedBody's.
class RequestParser::Reader final : public beast::http::basic_parser<true>
{
public:
    explicit Reader(const ServerLimits &limits)
    {
        header_limit(std::uint32_t(limits.requestLineBytesMax + limits.headBytesMax + 4));
        body_limit(boost::none); // takeBody() has judged the length before Beast sees the body.
    }

    Request request;

private:
    using Code = beast::error_code;
    using Text = beast::string_view;

    void on_request_impl(beast::http::verb, Text, Text, int, Code &) override {}
    void on_response_impl(int, Text, int, Code &) override {}

    void on_field_impl(beast::http::field, Text name, Text value, Code &) override
    {
        request.headers.emplace_back(std::string(name), std::string(value));
    }

    void on_header_impl(Code &) override {}

    void on_body_init_impl(const boost::optional<std::uint64_t> &length, Code &) override
    {
        // What is announced costs nothing to announce: memory is given as it arrives.
        request.body.reserve(std::size_t(std::min<std::uint64_t>(length.value_or(0), 64 * 1024)));
    }

    std::size_t on_body_impl(Text body, Code &) override
    {
        request.body.append(body.data(), body.size());
        return body.size();
    }

    void on_chunk_header_impl(std::uint64_t, Text, Code &) override { Q_UNREACHABLE(); }
    std::size_t on_chunk_body_impl(std::uint64_t, Text, Code &) override { Q_UNREACHABLE(); }
    void on_finish_impl(Code &) override {}
};

RequestParser::RequestParser(const ServerLimits &limits) : m_limits(limits), m_scanner(limits) {}

RequestParser::~RequestParser() = default;

RequestHead &RequestParser::head()
{
    Q_ASSERT(m_reader);
    return m_reader->request;
}

std::size_t RequestParser::advance(std::string_view unread)
{
    switch (m_state) {
    case State::Head:
        return advanceHead(unread);
    case State::Body:
        return advanceBody(unread);
    case State::HeadReady:
    case State::Complete:
    case State::Refused:
        return 0;
    }
    Q_UNREACHABLE();
}

std::size_t RequestParser::advanceHead(std::string_view unread)
{
    m_isBegun = m_isBegun || !unread.empty();
    switch (m_scanner.scan(unread)) {
    case HeadScanner::Outcome::NeedMore:
        return 0;
    case HeadScanner::Outcome::Refused:
        refuse(m_scanner.refusal());
        return 0;
    case HeadScanner::Outcome::Complete:
        break;
    }
    const std::size_t end = m_scanner.headEnd();
    const std::string_view head = unread.substr(m_scanner.headBegin(), end - m_scanner.headBegin());
    const auto verdict = checkHead(head, m_limits);
    if (const auto *refusal = std::get_if<Refusal>(&verdict)) {
        refuse(*refusal);
        return 0;
    }
    m_facts = std::get<HeadFacts>(verdict);

    m_reader = std::make_unique<Reader>(m_limits);
    beast::error_code code;
    const std::size_t used = m_reader->put({head.data(), head.size()}, code);
    // Where two readers of one request disagree, somebody could smuggle another one through.
    const bool isAgreed = !code && used == head.size() && m_reader->is_header_done() &&
                          m_reader->chunked() == m_facts.isChunked &&
                          m_reader->content_length().value_or(0) == m_facts.contentLength;
    if (!isAgreed) {
        refuse({400, "The head cannot be read"});
        return 0;
    }
    Request &request = m_reader->request;
    request.method = m_facts.method;
    request.target = m_facts.target;
    const std::size_t question = request.target.find('?');
    request.path = request.target.substr(0, question);
    if (question != std::string::npos)
        request.query = request.target.substr(question + 1);
    m_facts.target = {}; // It points into bytes that are not ours.
    m_state = State::HeadReady;
    return end;
}

void RequestParser::takeBody(std::size_t bytesMax)
{
    Q_ASSERT(m_state == State::HeadReady);
    if (!m_facts.hasBody()) {
        m_state = State::Complete;
        return;
    }
    if (m_facts.contentLength > bytesMax) {
        refuse({413, "The body is too large"});
        return;
    }
    if (m_facts.isChunked)
        m_chunks.emplace(bytesMax, m_limits.chunkOverheadBytesMax);
    m_state = State::Body;
}

std::size_t RequestParser::advanceBody(std::string_view unread)
{
    return m_chunks ? advanceChunks(unread) : advancePlainBody(unread);
}

std::size_t RequestParser::advanceChunks(std::string_view unread)
{
    const std::size_t used = m_chunks->take(unread, m_reader->request.body);
    if (m_chunks->state() == ChunkedBody::State::Complete)
        m_state = State::Complete;
    else if (m_chunks->state() == ChunkedBody::State::Refused)
        refuse(m_chunks->refusal());
    return used;
}

std::size_t RequestParser::advancePlainBody(std::string_view unread)
{
    beast::error_code code;
    const std::size_t used = m_reader->put({unread.data(), unread.size()}, code);
    if (m_reader->is_done())
        m_state = State::Complete;
    else if (code && code != beast::http::error::need_more)
        refuse({400, "The body cannot be read"});
    return used;
}

Request RequestParser::takeRequest()
{
    Q_ASSERT(m_state == State::Complete);
    Request request = std::move(m_reader->request);
    restart();
    return request;
}

void RequestParser::skipRequest()
{
    Q_ASSERT(m_state == State::HeadReady && !m_facts.hasBody());
    restart();
}

void RequestParser::restart()
{
    m_reader.reset();
    m_chunks.reset();
    m_scanner = HeadScanner(m_limits);
    m_facts = {};
    m_isBegun = false;
    m_state = State::Head;
}

void RequestParser::refuse(Refusal refusal)
{
    m_refusal = refusal;
    m_state = State::Refused;
}

} // namespace tp::http

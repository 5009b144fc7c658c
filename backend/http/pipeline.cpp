// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/pipeline.h"

#include "backend/http/callreader.h"
#include "backend/http/log.h"
#include "backend/http/problemresponse.h"
#include "backend/http/sockethandshake.h"
#include "backend/http/socketopening.h"
#include "backend/http/writetask.h"

using namespace Qt::StringLiterals;

namespace tp::http {
namespace {

constexpr std::string_view TillSecretField = "x-till-secret";

/// The call goes on where a token was found out about: no read session belongs to that thread.
constexpr int NoIoThread = -1;

Result<void> checkPermission(const Actor &actor, const Route &route)
{
    if (!route.permission || actor.may(*route.permission))
        return {};
    if (route.otherPermission && actor.may(*route.otherPermission))
        return {};
    return Error{ErrorCode::Forbidden, u"this token does not permit that"_s, {}};
}

bool isLoopback(std::string_view peer)
{
    return peer == "::1" || peer.starts_with("127.") || peer.starts_with("::ffff:127.");
}

/// The token of "Authorization: Bearer …" (RFC 6750 2.1), or of a WebSocket's protocols; empty
/// when there is none.
std::string_view bearerToken(const RequestHead &head, const Route &route)
{
    const std::string *field = head.header("authorization");
    if (!field)
        return route.lane == Route::Lane::Socket ? socketToken(head) : std::string_view();
    if (field->size() < 7)
        return {};
    const std::string_view text = *field;
    const QLatin1StringView scheme(text.data(), 7);
    if (scheme.compare("Bearer "_L1, Qt::CaseInsensitive) != 0)
        return {};
    return text.substr(7);
}

std::string methodList(const std::vector<Method> &methods)
{
    std::string list;
    for (const Method method : methods) {
        list += std::string(nameOf(method)) + ", ";
        if (method == Method::Get)
            list += "HEAD, ";
    }
    return list + "OPTIONS";
}

ErrorCode codeOfStatus(int status)
{
    switch (status) {
    case 408:
        return ErrorCode::RequestTimeout;
    case 413:
        return ErrorCode::BodyTooLarge;
    case 414:
        return ErrorCode::UriTooLong;
    case 431:
        return ErrorCode::HeadersTooLarge;
    case 500:
        return ErrorCode::Internal;
    case 501:
        return ErrorCode::NotImplemented;
    case 503:
        return ErrorCode::Unavailable;
    case 505:
        return ErrorCode::HttpVersionNotSupported;
    }
    return ErrorCode::BadRequest;
}

} // namespace

Pipeline::Pipeline(const Router &router, storage::Database &database, Authenticator &authenticator,
                   WorkPool &workPool, OutcomeWaits &waits, const Clock &clock, Random &random,
                   Metrics &metrics, const PipelineOptions &options)
    : m_router(router)
    , m_database(database)
    , m_authenticator(authenticator)
    , m_workPool(workPool)
    , m_waits(waits)
    , m_clock(clock)
    , m_random(random)
    , m_metrics(metrics)
    , m_envelope(options.corsOrigins)
    , m_isHttpsOnly(options.isHttpsOnly)
    , m_proxies(options.proxies)
    , m_bodyKey(options.bodyKey)
    , m_sessions(std::size_t(options.ioThreads))
{}

Pipeline::~Pipeline() = default;

std::string Pipeline::makeRequestId()
{
    return Uuid::v7(m_clock.nowMs(), m_random).toString();
}

void Pipeline::threadStarted(int ioThread)
{
    if (m_database.dialect() == storage::Dialect::Postgres)
        return;
    auto session = m_database.openReadSession();
    if (session)
        m_sessions[std::size_t(ioThread)] = std::move(session).value();
    else
        qCWarning(httpLog) << "no read session on an I/O thread reason=" << session.error().detail;
}

void Pipeline::threadEnds(int ioThread)
{
    m_sessions[std::size_t(ioThread)].reset();
}

Authenticator::Verdict Pipeline::actorOf(const RequestHead &head, const Route &route) const
{
    const bool isForeign = (route.takesCookie && !m_envelope.isTrustedOrigin(head)) ||
                           (route.lane == Route::Lane::Socket && !m_envelope.mayConnect(head));
    if (isForeign)
        return Error{ErrorCode::Forbidden, u"pages of this origin may not do that"_s, {}};
    const bool isOpen = route.access == Route::Access::Anyone ||
                        (route.access == Route::Access::Loopback && isLoopback(head.peer) &&
                         !TrustedProxies::isForwarded(head));
    if (isOpen)
        return Actor{};
    if (route.access == Route::Access::Till) {
        if (head.header(TillSecretField))
            return Actor{};
        return Error{ErrorCode::Unauthorized, u"this route needs X-Till-Secret"_s, {}};
    }
    const std::string_view token = bearerToken(head, route);
    if (token.empty())
        return Error{ErrorCode::Unauthorized, u"this route needs a bearer token"_s, {}};
    Authenticator::Verdict verdict = m_authenticator.check(token);
    if (const Actor *actor = std::get_if<Actor>(&verdict)) {
        if (const auto permitted = checkPermission(*actor, route); !permitted)
            return permitted.error();
    }
    return verdict;
}

void Pipeline::noteRefusal(const RequestHead &head, const Route &route, const Origin &origin,
                           const Error &error)
{
    const std::string_view token = bearerToken(head, route);
    if (error.code == ErrorCode::Unauthorized && !token.empty())
        m_authenticator.noteRefusal(token, origin, error);
}

std::variant<Application::AcceptBody, Response> Pipeline::head(const RequestHead &head)
{
    if (m_isHttpsOnly && !head.isTls)
        return toHttps(head);
    const auto match = m_router.match(head.method, head.path);
    if (!match.route)
        return AcceptBody{};
    // Who may not write is told so before the body is read, not after.
    auto refused = [&](const Error &error) {
        const std::string requestId = Envelope::requestIdOf(head, makeRequestId());
        noteRefusal(head, *match.route, {{}, m_proxies.clientOf(head), requestId}, error);
        Response response = refusalOf(error, requestId);
        m_envelope.addHeaders(response, head, requestId);
        m_metrics.observe(std::ptrdiff_t(match.route->index), response.status, 0);
        return response;
    };
    const Authenticator::Verdict verdict = actorOf(head, *match.route);
    if (const Error *error = std::get_if<Error>(&verdict))
        return refused(*error);
    if (match.route->takesBody()) {
        if (const auto fits = CallReader::checkMediaType(head, *match.route); !fits)
            return refused(fits.error());
    }
    return AcceptBody{match.route->bodyMax};
}

/// 308: the same request again (RFC 9110 15.4.9). The host was checked with the head.
Response Pipeline::toHttps(const RequestHead &head)
{
    Response response;
    response.status = 308;
    response.headers.emplace_back("Location", "https://" + *head.header("host") + head.target);
    m_envelope.addHeaders(response, head, Envelope::requestIdOf(head, makeRequestId()));
    m_metrics.observe(-1, response.status, 0);
    return response;
}

Response Pipeline::unmatched(const RequestHead &head, const Router::Match &match,
                             std::string_view requestId) const
{
    if (match.allowed.empty())
        return refusalOf({ErrorCode::NotFound, u"no route has this path"_s, {}}, requestId);
    const std::string allowed = methodList(match.allowed);
    if (m_envelope.isPreflight(head))
        return m_envelope.preflight(head, allowed);
    Response response;
    if (head.method == Method::Options)
        response.status = 204;
    else
        response = refusalOf(
            {ErrorCode::MethodNotAllowed, u"this path does not know that method"_s, {}}, requestId);
    response.headers.emplace_back("Allow", allowed);
    return response;
}

void Pipeline::handle(int ioThread, Request request, std::unique_ptr<Responder> responder)
{
    const qint64 startedUs = steadyMicroseconds();
    auto match = m_router.match(request.method, request.path);
    std::string requestId = Envelope::requestIdOf(request, makeRequestId());
    request.peer = m_proxies.clientOf(request);
    auto exchange = std::make_shared<Exchange>(m_envelope, m_metrics, match.route,
                                               Call(std::move(request), requestId, m_clock.nowMs()),
                                               std::move(responder), startedUs);
    Call &call = exchange->call();
    if (!match.route)
        return exchange->answer(unmatched(call.request(), match, requestId));

    Authenticator::Verdict verdict = actorOf(call.request(), *match.route);
    if (const Error *error = std::get_if<Error>(&verdict)) {
        noteRefusal(call.request(), *match.route, call.origin(), *error);
        return exchange->answer(*error);
    }
    if (Actor *actor = std::get_if<Actor>(&verdict)) {
        call.setActor(std::move(*actor));
        return goOn(ioThread, exchange, std::move(match.parts));
    }
    m_authenticator.admit(std::string(bearerToken(call.request(), *match.route)), call.origin(),
                          [this, exchange, parts = std::move(match.parts)](Result<Actor> actor) {
                              if (!actor) {
                                  const Call &refused = exchange->call();
                                  noteRefusal(refused.request(), exchange->route(),
                                              refused.origin(), actor.error());
                                  return exchange->answer(actor.error());
                              }
                              const Route &route = exchange->route();
                              if (auto may = checkPermission(*actor, route); !may)
                                  return exchange->answer(may.error());
                              exchange->call().setActor(std::move(actor).value());
                              goOn(NoIoThread, exchange, parts);
                          });
}

void Pipeline::goOn(int ioThread, const std::shared_ptr<Exchange> &exchange, Call::Pairs pathParts)
{
    Call &call = exchange->call();
    const Route &route = exchange->route();
    if (auto read = CallReader::readAddress(call, route, std::move(pathParts)); !read)
        return exchange->answer(read.error());
    if (auto fits = checkIdempotencyKey(call.request(), route); !fits)
        return exchange->answer(fits.error());
    auto body = CallReader::readBody(call, route, m_bodyKey);
    if (!body)
        return exchange->answer(body.error());
    exchange->setBody(std::move(body).value());
    dispatch(ioThread, exchange);
}

void Pipeline::dispatch(int ioThread, const std::shared_ptr<Exchange> &exchange)
{
    switch (exchange->route().lane) {
    case Route::Lane::Plain: {
        const Call &call = exchange->call();
        return exchange->answer(
            guarded<Answer>(call, [&] { return exchange->route().plain(call); }));
    }
    case Route::Lane::QuickRead:
        if (ioThread != NoIoThread && m_sessions[std::size_t(ioThread)])
            return readHere(ioThread, exchange);
        return readElsewhere(exchange);
    case Route::Lane::Read:
        return readElsewhere(exchange);
    case Route::Lane::Write:
        return write(exchange);
    case Route::Lane::Socket:
        return openSocket(exchange, m_database, m_authenticator,
                          std::string(bearerToken(exchange->call().request(), exchange->route())));
    }
    Q_UNREACHABLE();
}

void Pipeline::write(const std::shared_ptr<Exchange> &exchange)
{
    if (exchange->route().access == Route::Access::Token) {
        if (const auto may = m_authenticator.mayWrite(); !may)
            return exchange->answer(may.error());
    }
    if (exchange->route().prepare)
        return prepare(exchange);
    std::make_shared<WriteTask>(exchange, m_database, m_waits)->start();
}

void Pipeline::prepare(const std::shared_ptr<Exchange> &exchange)
{
    const bool isQueued =
        m_database.submitRead([this, exchange](Result<storage::Snapshot *> snapshot) {
            if (!snapshot)
                return exchange->answer(snapshot.error());
            const Call &call = exchange->call();
            auto prepared = guarded<AnyBody>(call, [&] {
                return exchange->route().prepare(call, exchange->body().get(), *snapshot.value());
            });
            if (!prepared)
                return exchange->answer(prepared.error());
            exchange->setBody(std::move(prepared).value());
            if (exchange->route().compute)
                return compute(exchange);
            std::make_shared<WriteTask>(exchange, m_database, m_waits)->start();
        });
    if (!isQueued)
        exchange->answer(Error{ErrorCode::Unavailable, u"the queue of readings is full"_s, {}});
}

void Pipeline::compute(const std::shared_ptr<Exchange> &exchange)
{
    const bool isQueued = m_workPool.submit([this, exchange] {
        const Call &call = exchange->call();
        auto computed = guarded<AnyBody>(
            call, [&] { return exchange->route().compute(call, exchange->body().get()); });
        if (!computed)
            return exchange->answer(computed.error());
        exchange->setBody(std::move(computed).value());
        std::make_shared<WriteTask>(exchange, m_database, m_waits)->start();
    });
    if (!isQueued)
        exchange->answer(Error{ErrorCode::Unavailable, u"the work pool is full"_s, {}});
}

void Pipeline::readHere(int ioThread, const std::shared_ptr<Exchange> &exchange)
{
    const Call &call = exchange->call();
    Result<Answer> answer = Error{ErrorCode::Internal, u"the reading did not run"_s, {}};
    const auto done = m_sessions[std::size_t(ioThread)]->read([&](storage::Snapshot &snapshot) {
        answer = guarded<Answer>(call, [&] { return exchange->route().read(call, snapshot); });
    });
    if (!done)
        return exchange->answer(done.error());
    exchange->answer(std::move(answer));
}

void Pipeline::readElsewhere(const std::shared_ptr<Exchange> &exchange)
{
    const bool isQueued = m_database.submitRead([exchange](Result<storage::Snapshot *> snapshot) {
        if (!snapshot)
            return exchange->answer(snapshot.error());
        const Call &call = exchange->call();
        exchange->answer(
            guarded<Answer>(call, [&] { return exchange->route().read(call, *snapshot.value()); }));
    });
    if (!isQueued)
        exchange->answer(Error{ErrorCode::Unavailable, u"the queue of readings is full"_s, {}});
}

Response Pipeline::refusal(int status, std::string_view detail)
{
    const std::string requestId = makeRequestId();
    Response response = refusalOf(
        {codeOfStatus(status), QString::fromUtf8(detail.data(), qsizetype(detail.size())), {}},
        requestId);
    response.status = status;
    m_envelope.addHeaders(response, RequestHead(), requestId);
    m_metrics.observe(-1, status, 0);
    return response;
}

} // namespace tp::http

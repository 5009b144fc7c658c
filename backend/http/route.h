// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/jsonvalue.h"
#include "backend/contract/page.h"
#include "backend/contract/schemas.h"
#include "backend/http/answer.h"
#include "backend/http/call.h"
#include "backend/http/param.h"
#include "backend/http/socket.h"
#include "backend/kernel/permission.h"
#include "backend/storage/unitofwork.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace tp::http {

/// A body of JSON that was read into its own type, without the type.
using AnyBody = std::shared_ptr<const void>;

using PlainHandler = std::function<Result<Answer>(const Call &)>;
using ReadHandler = std::function<Result<Answer>(const Call &, storage::Snapshot &)>;
using SocketHandler =
    std::function<Result<std::unique_ptr<SocketGuest>>(const Call &, storage::Snapshot &)>;
using PrepareHandler =
    std::function<Result<AnyBody>(const Call &, const void *body, storage::Snapshot &)>;
using ComputeHandler = std::function<Result<AnyBody>(const Call &, const void *prepared)>;
using WriteHandler =
    std::function<Result<Answer>(const Call &, const void *body, storage::UnitOfWork &)>;
using OutcomeHandler =
    std::function<Result<Answer>(const Call &, Uuid begun, storage::UnitOfWork &)>;

/// Everything that is known of a route, stated once: what it asks for and gives follows from this
/// in matching, checking, documentation and metrics alike.
struct Route
{
    enum class Access {
        Token,
        Anyone,
        Loopback,
        Till ///< Who sends X-Till-Secret; the handler says whether it is one.
    };
    enum class Lane { Plain, QuickRead, Read, Write, Socket };
    enum class KeyRule { None, Never, Optional, Required };

    struct Reply
    {
        int status = 200;
        const contract::AnyObject *object = nullptr;               ///< Null: no body, or bytes.
        std::vector<std::string> contentTypes{"application/json"}; ///< Any one of them.
    };

    Method method = Method::Get;
    std::string pattern; ///< "/api/products/{id}"
    QString summary;
    QString description;
    QString tag;
    Access access = Access::Token;
    bool takesCookie = false; ///< A browser may send what it holds by itself: see cookie().
    std::optional<Permission> permission;
    std::optional<Permission> otherPermission; ///< Will do as well.
    std::vector<Param> params;
    std::vector<std::string> textPathParts; ///< Parts in braces that are no ids.
    std::vector<Reply> replies;
    std::vector<ErrorCode> problems; ///< Beside those that every route of its kind may answer.
    KeyRule keyRule = KeyRule::None;

    const contract::AnyObject *bodyObject = nullptr;
    std::function<Result<AnyBody>(const contract::JsonValue &)> readBody;
    std::vector<std::string> bodyTypes; ///< Media types of a body that is bytes.
    std::size_t bodyMax = 1024 * 1024;
    bool hasSecretBody = false; ///< See secretBody().

    Lane lane = Lane::Plain;
    PlainHandler plain;
    ReadHandler read;
    PrepareHandler prepare; ///< Of a write: what takes long and changes nothing; may be empty.
    ComputeHandler compute; ///< Between the two, on the work pool; may be empty.
    WriteHandler write;
    OutcomeHandler outcome; ///< See RouteBuilder::outcome(); may be empty.
    SocketHandler socket;

    std::size_t index = 0; ///< In the router's list, for metrics.

    bool takesKey() const { return keyRule == KeyRule::Optional || keyRule == KeyRule::Required; }
    bool takesBody() const { return bodyObject || !bodyTypes.empty(); }
};

/// Fills a Route in the words of the contract. The handler comes last.
class RouteBuilder
{
public:
    explicit RouteBuilder(Route &route) : m_route(route) {}

    RouteBuilder &summary(const QString &text);
    RouteBuilder &description(const QString &text);
    RouteBuilder &tag(const QString &text);
    RouteBuilder &open(); ///< No token is asked for.
    RouteBuilder &openFromLoopback();
    RouteBuilder &openToTills(); ///< Asks for X-Till-Secret, which the handler checks.
    RouteBuilder &needs(Permission permission);
    RouteBuilder &needs(Permission permission, Permission orElse);

    /// A credential may come in a cookie. A page of a foreign origin is refused (CSRF).
    RouteBuilder &cookie();
    RouteBuilder &pathText(std::string name);
    RouteBuilder &query(std::vector<Param> params);
    RouteBuilder &paged(); ///< Adds limit and cursor.
    RouteBuilder &problems(std::vector<ErrorCode> codes);
    RouteBuilder &idempotencyKeyRequired();
    RouteBuilder &withoutIdempotencyKey(); ///< The answer holds what must not be stored.
    RouteBuilder &bodyBytes(std::vector<std::string> mediaTypes, std::size_t bytesMax);

    /// The body holds a password or the like. Its hash is kept beside what it made, so it takes a
    /// key: who has a copy of the database could guess the password by it otherwise.
    RouteBuilder &secretBody();

    /// For a write that begins what may end later (Answer::awaits): says how that stands. It is
    /// asked when it has ended, when the caller waits no longer, and when a request is said again.
    RouteBuilder &outcome(OutcomeHandler handler);

    template <typename T>
    RouteBuilder &answers(int status)
    {
        m_route.replies.push_back({status, &T::object()});
        return *this;
    }
    template <typename T>
    RouteBuilder &answersPage()
    {
        m_route.replies.push_back({200, &contract::Page<T>::object()});
        return *this;
    }
    RouteBuilder &answersBytes(std::vector<std::string> contentTypes);
    RouteBuilder &answersNothing(int status = 204);

    /// Needs no database and does not block.
    void answersWith(PlainHandler handler);
    /// By key, or a page by index: with SQLite it runs on the I/O thread.
    void quick(ReadHandler handler);
    /// Any other reading: runs on a reader's thread.
    void reads(ReadHandler handler);
    /// The connection becomes a WebSocket that speaks "tradepost.v1" with the guest which the
    /// handler gives, on a reader's thread; messages are as `T`. A browser, which can send no
    /// Authorization, hands its token over as the protocol "bearer.TOKEN"; a page of a foreign
    /// origin is refused. The socket ends with its token's rights.
    template <typename T>
    void speaks(SocketHandler handler)
    {
        answers<T>(101);
        setSocket(std::move(handler));
    }

    /// `handler(call, body, work)`, in a unit of work that ends with the answer.
    template <typename Body, typename Handler>
    void writes(Handler handler)
    {
        takeBody<Body>();
        setWrite([handler = std::move(handler)](const Call &call, const void *body,
                                                storage::UnitOfWork &work) -> Result<Answer> {
            return handler(call, *static_cast<const Body *>(body), work);
        });
    }

    /// `handler(call, work)`, for a route without a body of JSON.
    template <typename Handler>
    void writes(Handler handler)
    {
        setWrite([handler = std::move(handler)](const Call &call, const void *,
                                                storage::UnitOfWork &work) -> Result<Answer> {
            return handler(call, work);
        });
    }

    /// For bytes that take long to understand: `prepare(call, snapshot)` gives a Prepared on a
    /// reader's thread, and `handler(call, prepared, work)` follows in a unit of work.
    template <typename Prepared, typename Prepare, typename Handler>
    void writesPrepared(Prepare prepare, Handler handler)
    {
        m_route.prepare = [prepare =
                               std::move(prepare)](const Call &call, const void *,
                                                   storage::Snapshot &snapshot) -> Result<AnyBody> {
            TP_TRY(Prepared prepared, prepare(call, snapshot));
            return AnyBody(std::make_shared<const Prepared>(std::move(prepared)));
        };
        setWrite([handler = std::move(handler)](const Call &call, const void *body,
                                                storage::UnitOfWork &work) -> Result<Answer> {
            return handler(call, *static_cast<const Prepared *>(body), work);
        });
    }

    /// For what keeps a core busy: `prepare(call, body, snapshot)` reads a Prepared, a thread of
    /// the work pool makes a Computed of it by `compute(call, prepared)`, and
    /// `handler(call, computed, work)` follows in a unit of work.
    template <typename Body, typename Prepared, typename Computed, typename Prepare,
              typename Compute, typename Handler>
    void writesComputed(Prepare prepare, Compute compute, Handler handler)
    {
        takeBody<Body>();
        m_route.prepare = [prepare =
                               std::move(prepare)](const Call &call, const void *body,
                                                   storage::Snapshot &snapshot) -> Result<AnyBody> {
            TP_TRY(Prepared prepared, prepare(call, *static_cast<const Body *>(body), snapshot));
            return AnyBody(std::make_shared<const Prepared>(std::move(prepared)));
        };
        m_route.compute = [compute = std::move(compute)](const Call &call,
                                                         const void *prepared) -> Result<AnyBody> {
            TP_TRY(Computed computed, compute(call, *static_cast<const Prepared *>(prepared)));
            return AnyBody(std::make_shared<const Computed>(std::move(computed)));
        };
        setWrite([handler = std::move(handler)](const Call &call, const void *computed,
                                                storage::UnitOfWork &work) -> Result<Answer> {
            return handler(call, *static_cast<const Computed *>(computed), work);
        });
    }

private:
    template <typename Body>
    void takeBody()
    {
        m_route.bodyObject = &Body::object();
        m_route.readBody = [](const contract::JsonValue &json) -> Result<AnyBody> {
            TP_TRY(Body body, Body::object().read(json));
            return AnyBody(std::make_shared<const Body>(std::move(body)));
        };
    }
    void setWrite(WriteHandler handler);
    void setSocket(SocketHandler handler);

    Route &m_route;
};

} // namespace tp::http

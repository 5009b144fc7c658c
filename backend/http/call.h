// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/request.h"
#include "backend/kernel/actor.h"
#include "backend/kernel/origin.h"
#include "backend/kernel/result.h"
#include "backend/kernel/uuid.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tp::http {

/// One request as a handler sees it: who asks, and what for, checked against what the route
/// declared. A value; it may be read on any thread.
class Call
{
public:
    using Pairs = std::vector<std::pair<std::string, std::string>>;

    Call(Request request, std::string requestId, qint64 nowMs)
        : m_request(std::move(request))
        , m_requestId(std::move(requestId))
        , m_nowMs(nowMs)
    {}

    const Request &request() const { return m_request; }
    const std::string &body() const { return m_request.body; }
    const Actor &actor() const { return m_actor; }
    void setActor(Actor actor) { m_actor = std::move(actor); }
    const std::string &requestId() const { return m_requestId; }

    /// For the audit trail.
    Origin origin() const { return {m_actor.id.toStdString(), m_request.peer, m_requestId}; }

    qint64 nowMs() const { return m_nowMs; }

    /// SHA-256 of the JSON body in canonical form (of the bytes, where it is no JSON), in hex; with
    /// a key where the body holds a secret. Equal bodies have equal hashes, whatever their white
    /// space and order.
    const std::string &bodyHash() const { return m_bodyHash; }

    /// A part of the path; the router has checked that it is an id.
    template <typename SomeId>
    SomeId pathId(std::string_view name) const
    {
        return SomeId(*Uuid::parse(std::string_view(*find(m_path, name))));
    }
    std::string_view pathText(std::string_view name) const { return *find(m_path, name); }

    /// Query parameters, checked against their declarations; nothing when absent.
    std::optional<std::string> text(std::string_view name) const;
    std::optional<bool> flag(std::string_view name) const;
    std::optional<qint64> integer(std::string_view name) const;
    template <typename SomeId>
    std::optional<SomeId> queryId(std::string_view name) const
    {
        const std::string *value = find(m_query, name);
        return value ? SomeId::parse(std::string_view(*value)) : std::nullopt;
    }

    /// How many items a page may hold: 1 to 200, 50 unless said.
    int limit() const { return int(integer("limit").value_or(50)); }

    /// The parts of the cursor; nothing on the first page; BadCursor when it is not ours.
    Result<std::optional<std::vector<std::string>>> cursor(std::size_t parts) const;

    /// Whether the caller's If-Match, if there is one, names this version.
    bool matches(qint64 version) const;

    /// StaleVersion where it does not match.
    Result<void> requireMatch(qint64 version) const;

private:
    friend class CallReader;

    static const std::string *find(const Pairs &pairs, std::string_view name);

    Request m_request;
    Actor m_actor;
    std::string m_requestId;
    std::string m_bodyHash;
    qint64 m_nowMs = 0;
    Pairs m_path;
    Pairs m_query;
};

} // namespace tp::http

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/writetask.h"

#include "backend/http/log.h"
#include "backend/storage/idempotencykeys.h"

using namespace Qt::StringLiterals;

namespace tp::http {
namespace {

using storage::IdempotencyKeys;

constexpr std::string_view KeyField = "idempotency-key";

/// What stands in a kept answer beside its body; one line a field.
std::string keptLines(const Response &response)
{
    std::string lines = response.contentType + '\n';
    for (const auto &[name, value] : response.headers) {
        if (name == "Location" || name == "ETag")
            lines += name + ": " + value + '\n';
    }
    return lines;
}

Response replayed(const IdempotencyKeys::Stored &stored)
{
    Response response;
    response.status = stored.status;
    response.body = stored.body;
    std::string_view lines = stored.headers;
    std::size_t end = lines.find('\n');
    response.contentType = lines.substr(0, end);
    while (end != std::string_view::npos && end + 1 < lines.size()) {
        lines.remove_prefix(end + 1);
        end = lines.find('\n');
        const std::string_view line = lines.substr(0, end);
        const std::size_t colon = line.find(": ");
        response.headers.emplace_back(line.substr(0, colon), line.substr(colon + 2));
    }
    response.headers.emplace_back("Idempotent-Replayed", "true");
    return response;
}

constexpr qint64 WaitMsDefault = 5'000;
constexpr qint64 WaitMsMax = 10'000;
constexpr qint64 LookAgainMs = 500;

/// "Prefer: wait=N" (RFC 7240 4.3), N in seconds. What makes no sense is ignored, as section 2
/// says.
qint64 waitMsOf(const RequestHead &head)
{
    const std::string *field = head.header("prefer");
    if (!field)
        return WaitMsDefault;
    const QString text = QString::fromStdString(*field);
    for (const QStringView preference : QStringView(text).split(u',')) {
        const auto parts = preference.split(u';').first().split(u'=');
        if (parts.size() != 2 || parts[0].trimmed().compare(u"wait", Qt::CaseInsensitive) != 0)
            continue;
        bool isNumber = false;
        const qint64 seconds = parts[1].trimmed().toLongLong(&isNumber);
        if (isNumber && seconds >= 0)
            return std::min(seconds, WaitMsMax / 1000) * 1000;
    }
    return WaitMsDefault;
}

/// Refusals that say nothing of the request itself are not kept: a retry may fare better.
bool isKept(int status)
{
    switch (status) {
    case 400:
    case 401:
    case 403:
    case 413:
    case 415:
    case 429:
        return false;
    }
    return status < 500;
}

} // namespace

Result<void> checkIdempotencyKey(const RequestHead &head, const Route &route)
{
    if (!route.takesKey())
        return {};
    const std::string *key = head.header(KeyField);
    if (!key) {
        if (route.keyRule == Route::KeyRule::Required)
            return Error{ErrorCode::IdempotencyKeyRequired,
                         u"send an Idempotency-Key: a new one for each thing to be done, the same "
                         "one when you try again"_s,
                         {}};
        return {};
    }
    const bool isPrintable =
        std::all_of(key->begin(), key->end(), [](char c) { return c >= 0x20 && c <= 0x7e; });
    if (key->empty() || key->size() > 255 || !isPrintable)
        return Error{ErrorCode::IdempotencyKeyInvalid,
                     u"Idempotency-Key must be 1 to 255 printable ASCII characters"_s,
                     {}};
    return {};
}

WriteTask::WriteTask(std::shared_ptr<Exchange> exchange, storage::Database &database,
                     OutcomeWaits &waits)
    : m_exchange(std::move(exchange))
    , m_database(database)
    , m_waits(waits)
{
    const Call &call = m_exchange->call();
    if (m_exchange->route().outcome)
        m_waitUntilUs = steadyMicroseconds() + waitMsOf(call.request()) * 1000;
    const std::string *key = call.request().header(KeyField);
    if (!key || !m_exchange->route().takesKey())
        return;
    m_key = *key;
    m_scope = call.actor().id.toStdString() + ' ' + std::string(nameOf(call.request().method)) +
              ' ' + call.request().path;
}

void WriteTask::start()
{
    const auto self = shared_from_this();
    const bool isQueued = m_database.writer().submit(
        storage::Writer::Lane::Sales, [self](storage::UnitOfWork &work) { return self->run(work); },
        [self](const storage::Writer::Outcome &outcome) { self->finish(outcome); });
    if (!isQueued)
        m_exchange->answer(Error{ErrorCode::Unavailable, u"the queue of changes is full"_s, {}});
}

Result<Answer> WriteTask::callHandler(storage::UnitOfWork &work)
{
    const Call &call = m_exchange->call();
    return guarded<Answer>(call, [&] {
        const Route &route = m_exchange->route();
        return m_begun ? route.outcome(call, *m_begun, work)
                       : route.write(call, m_exchange->body().get(), work);
    });
}

WriteTask::Keep WriteTask::run(storage::UnitOfWork &work)
{
    // It may run more than once: again when the writer tries again, and whenever who waits is
    // woken.
    m_onCommitted = {};
    m_following.reset();
    m_hasEnded = true;
    return m_key.empty() ? runHandler(work) : runKeyed(work);
}

WriteTask::Keep WriteTask::runHandler(storage::UnitOfWork &work)
{
    Result<Answer> answer = callHandler(work);
    if (!answer) {
        m_response = m_exchange->refusal(answer.error());
        return Keep::No;
    }
    m_onCommitted = std::move(answer->onCommitted);
    m_hasEnded = !answer->awaits;
    m_following = answer->awaits;
    m_response = m_exchange->response(std::move(answer).value());
    return Keep::Yes;
}

WriteTask::Keep WriteTask::runKeyed(storage::UnitOfWork &work)
{
    const auto claim = IdempotencyKeys::claim(work, m_scope, m_key, m_exchange->call().bodyHash());
    if (!claim) {
        m_response = m_exchange->refusal(claim.error());
        return Keep::No;
    }
    if (const auto *stored = std::get_if<IdempotencyKeys::Stored>(&claim.value())) {
        m_response = replayed(*stored);
        return Keep::No;
    }
    if (const auto *begun = std::get_if<IdempotencyKeys::Begun>(&claim.value())) {
        m_begun = begun->begun;
        return runClaimed(work);
    }
    if (std::holds_alternative<IdempotencyKeys::OtherBody>(claim.value())) {
        m_response = m_exchange->refusal({ErrorCode::IdempotencyKeyReused,
                                          u"this Idempotency-Key was used with another body"_s,
                                          {}});
        return Keep::No;
    }
    if (std::holds_alternative<IdempotencyKeys::InProgress>(claim.value())) {
        m_response = m_exchange->refusal({ErrorCode::IdempotencyInProgress,
                                          u"a request with this Idempotency-Key is still running"_s,
                                          {}});
        return Keep::No;
    }
    return runClaimed(work);
}

WriteTask::Keep WriteTask::runClaimed(storage::UnitOfWork &work)
{
    const auto ended = work.nested([&] { return runHandler(work); });
    if (!ended) {
        m_response = m_exchange->refusal(ended.error());
        return Keep::No;
    }
    if (m_hasEnded)
        return isKept(m_response.status) ? keepAnswer(work) : Keep::No;
    if (m_begun == m_following)
        return Keep::Yes; // The key says so already.
    const auto noted = IdempotencyKeys::noteBegun(work, m_scope, m_key, *m_following);
    if (noted)
        return Keep::Yes;
    m_response = m_exchange->refusal(noted.error());
    return Keep::No;
}

WriteTask::Keep WriteTask::keepAnswer(storage::UnitOfWork &work)
{
    const auto stored = IdempotencyKeys::store(
        work, m_scope, m_key, {m_response.status, keptLines(m_response), m_response.body});
    if (stored)
        return Keep::Yes;
    m_response = m_exchange->refusal(stored.error());
    return Keep::No;
}

void WriteTask::finish(const storage::Writer::Outcome &outcome)
{
    if (outcome.committed)
        return waitOrAnswer();

    // Nobody knows whether the commit arrived. With a key that can be found out by asking for the
    // same thing again: it is either answered from what was kept, or done now.
    if (outcome.unknown && !m_key.empty() && !m_askedAgain) {
        m_askedAgain = true;
        m_inDoubt = {m_following, std::move(m_onCommitted)};
        qCWarning(httpLog).nospace() << "commit in doubt, asking by its key request="
                                     << m_exchange->call().requestId().c_str();
        return start();
    }
    m_exchange->answer(outcome.committed.error());
}

void WriteTask::waitOrAnswer()
{
    const qint64 leftMs = (m_waitUntilUs - steadyMicroseconds()) / 1000;
    std::function<void()> followUp = std::move(m_onCommitted);
    // The commit that was in doubt has arrived, and nobody has done yet what it left to do.
    if (m_following && m_following == m_inDoubt.begun)
        followUp = std::exchange(m_inDoubt.followUp, {});
    bool isWaiting = !m_hasEnded && leftMs > 0;
    if (isWaiting) {
        m_begun = m_following;
        // Looked at now and then too: another process may have ended it.
        isWaiting = m_waits.add(*m_begun, std::min(leftMs, LookAgainMs),
                                [self = shared_from_this()] { self->start(); });
    }
    if (followUp)
        followUp(); // Only now: nothing ends before somebody waits for it.
    if (!isWaiting)
        m_exchange->answer(std::move(m_response));
}

} // namespace tp::http

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/outbox/salesender.h"

#include "app/api/answer.h"
#include "app/api/httpclient.h"
#include "app/outbox/outboxthread.h"
#include "backend/contract/session.h"
#include "backend/contract/signin.h"
#include "backend/contract/wirenames.h"

#include <QLoggingCategory>

#include <algorithm>

namespace tp::outbox {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(senderLog, "tp.outbox", QtInfoMsg)

namespace {

/// For the row: never empty.
QString reasonOf(const Error &error)
{
    const std::string_view name = contract::wireName(error.code);
    QString reason = QString::fromLatin1(name.data(), qsizetype(name.size()));
    if (!error.detail.isEmpty())
        reason += u": "_s + error.detail;
    for (const FieldError &field : error.fields)
        reason += u"; %1: %2"_s.arg(field.pointer, field.detail);
    return reason;
}

template <typename T>
api::HttpBody jsonOf(const T &value)
{
    return {QByteArray::fromStdString(T::object().toJson(value))};
}

} // namespace

SaleSender::SaleSender(api::HttpClient &http, OutboxThread &file, const Clock &clock,
                       Random &random)
    : m_http(http)
    , m_file(file)
    , m_clock(clock)
    , m_backoff(random)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &SaleSender::send);
}

void SaleSender::setTill(const std::optional<contract::TillClaim> &till)
{
    m_till = till;
    m_token.clear();
    send();
}

void SaleSender::send()
{
    if (m_isBusy || !m_till)
        return;
    m_next.stop();
    m_isBusy = true;
    m_behind = 0;
    m_hadTrouble = false;
    takeNext();
}

void SaleSender::serverIsBack()
{
    m_backoff.reset();
    send();
}

void SaleSender::takeNext()
{
    m_file.ask([behind = m_behind](OutboxFile &file) { return file.nextWaiting(behind); },
               [this](const Result<std::optional<WaitingSale>> &next) {
                   if (next && *next) {
                       deliver(**next);
                   } else if (!next || m_hadTrouble) {
                       wait(0);
                   } else {
                       m_isBusy = false;
                       m_backoff.reset();
                   }
               });
}

void SaleSender::deliver(const WaitingSale &sale)
{
    m_isFresh = false;
    if (m_token.isEmpty())
        signInFor(sale);
    else
        post(sale);
}

void SaleSender::signInFor(const WaitingSale &sale)
{
    if (!m_till) { // Forgotten meanwhile.
        m_isBusy = false;
        return;
    }
    api::HttpQuestion question{u"/api/auth/till"_s, {}};
    question.as = api::HttpQuestion::As::Nobody;
    const contract::TillSignIn who{m_till->tillId, m_till->secret};
    m_http.post(question, jsonOf(who), this, [this, sale, till = who.tillId](const auto &answer) {
        const auto session = api::readAs<contract::Session>(answer);
        const bool isSame = m_till && m_till->tillId == till;
        if (session && isSame) {
            m_token = session->accessToken.toLatin1();
            m_isFresh = true;
            post(sale);
        } else {
            if (!session && session.error().code == ErrorCode::Unauthorized && isSame) {
                qCWarning(senderLog) << "the server does not know this till any more";
                emit tillRefused();
            }
            wait(session ? 0 : session.error().retryAfterS);
        }
    });
}

void SaleSender::post(const WaitingSale &sale)
{
    api::HttpQuestion question{u"/orders"_s, {}};
    question.as = api::HttpQuestion::As::Nobody;
    question.headers = {{"Authorization", "Bearer " + m_token},
                        {"Idempotency-Key", sale.id.toQString().toLatin1()}};
    m_http.post(question, {sale.body}, this, [this, sale](const auto &answer) {
        takeAnswer(sale, api::readAs<contract::Order>(answer));
    });
}

void SaleSender::takeAnswer(const WaitingSale &sale, const Result<contract::Order> &answer)
{
    const Error error = answer
                            ? Error{ErrorCode::Internal, u"the answer is about another order"_s, {}}
                            : answer.error();
    switch (verdictOn(answer, sale.id)) {
    case SendVerdict::Sent:
        noteSent(sale, *answer);
        return;
    case SendVerdict::TokenRefused:
        m_token.clear();
        if (m_isFresh)
            wait(0);
        else
            signInFor(sale);
        return;
    case SendVerdict::Away:
        m_file.ask([id = sale.id, reason = reasonOf(error)](
                       OutboxFile &file) { return file.noteFailure(id, reason); },
                   [](const Result<void> &) {});
        wait(error.retryAfterS);
        return;
    case SendVerdict::Later:
        tryLater(sale, error);
        return;
    case SendVerdict::Refused:
        park(sale, error);
        return;
    }
    Q_UNREACHABLE();
}

void SaleSender::noteSent(const WaitingSale &sale, const contract::Order &order)
{
    m_backoff.reset();
    const auto answer = QByteArray::fromStdString(contract::Order::object().toJson(order));
    m_file.ask([id = sale.id, answer,
                now = m_clock.nowMs()](OutboxFile &file) { return file.noteSent(id, answer, now); },
               [this, sale](const Result<void> &noted) {
                   if (!noted)
                       m_hadTrouble = true; // Sent again: the server knows it.
                   goOnBehind(sale);
               });
}

void SaleSender::tryLater(const WaitingSale &sale, const Error &error)
{
    m_hadTrouble = true;
    m_file.ask([id = sale.id, reason = reasonOf(error)](
                   OutboxFile &file) { return file.noteFailure(id, reason); },
               [this, sale](const Result<void> &) { goOnBehind(sale); });
}

void SaleSender::park(const WaitingSale &sale, const Error &error)
{
    qCWarning(senderLog) << "the server refuses a sale order=" << sale.id.toQString()
                         << "code=" << QByteArray(contract::wireName(error.code).data());
    m_file.ask([id = sale.id,
                reason = reasonOf(error)](OutboxFile &file) { return file.park(id, reason); },
               [this, sale](const Result<void> &parked) {
                   if (!parked)
                       m_hadTrouble = true;
                   goOnBehind(sale);
               });
}

void SaleSender::goOnBehind(const WaitingSale &sale)
{
    m_behind = sale.position;
    emit changed();
    takeNext();
}

void SaleSender::wait(int atLeastS)
{
    m_isBusy = false;
    const qint64 asked = std::min<qint64>(atLeastS * 1000LL, Backoff::LongestMs);
    m_next.start(int(std::max(asked, m_backoff.nextMs())));
}

} // namespace tp::outbox

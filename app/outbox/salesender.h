// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/outbox/outboxfile.h"
#include "app/outbox/sendverdict.h"
#include "backend/contract/order.h"
#include "backend/kernel/backoff.h"
#include "backend/kernel/clock.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace tp::api {
class HttpClient;
}

namespace tp::outbox {

class OutboxThread;

/// Sends what waits in the outbox, in the order in which it was sold, one at a time and as the
/// till itself: the cashier may long have gone. It is safe to send a sale twice, because its id
/// and its Idempotency-Key stay the same.
class SaleSender final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    SaleSender(api::HttpClient &http, OutboxThread &file, const Clock &clock, Random &random);

    /// As whom; nothing: nobody, and what waits goes on waiting.
    void setTill(const std::optional<contract::TillClaim> &till);

    /// Now, whatever the back-off says: there is a new sale.
    void send();

    void serverIsBack(); ///< The same, and what fails now is tried again soon.

signals:
    void changed(); ///< How many wait.

    /// The server does not know this till any more: another computer has claimed its register.
    void tillRefused();

private:
    void takeNext();
    void deliver(const WaitingSale &sale);
    void signInFor(const WaitingSale &sale);
    void post(const WaitingSale &sale);
    void takeAnswer(const WaitingSale &sale, const Result<contract::Order> &answer);
    void noteSent(const WaitingSale &sale, const contract::Order &order);
    void tryLater(const WaitingSale &sale, const Error &error);
    void park(const WaitingSale &sale, const Error &error);
    void goOnBehind(const WaitingSale &sale);
    void wait(int atLeastS);

    api::HttpClient &m_http;
    OutboxThread &m_file;
    const Clock &m_clock;
    Backoff m_backoff;
    QTimer m_next;
    std::optional<contract::TillClaim> m_till;
    QByteArray m_token;
    qint64 m_behind = 0;       ///< Those up to here had their turn in this round.
    bool m_isBusy = false;     ///< A round is under way.
    bool m_isFresh = false;    ///< The token was given for the sale whose turn it is.
    bool m_hadTrouble = false; ///< Something in this round is to be tried again.
};

} // namespace tp::outbox

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/payments/testgatewaystore.h"

namespace tp::payments {

Result<std::optional<TestGatewayStore::Ask>> TestGatewayStore::ask(storage::Session &session,
                                                                   const std::string &key)
{
    auto rows = session.query("SELECT action, subject, currency, amount, outcome, reference, code "
                              "FROM gateway_asks WHERE key = $1",
                              {key});
    std::optional<Ask> found;
    if (rows.next()) {
        found = Ask{.key = key,
                    .action = std::string(rows.text(0)),
                    .subject = std::string(rows.text(1)),
                    .currency = std::string(rows.text(2)),
                    .amount = rows.integer(3),
                    .outcome = std::string(rows.text(4)),
                    .reference = std::string(rows.text(5)),
                    .code = std::string(rows.text(6))};
    }
    TP_CHECK(rows.finish());
    return found;
}

Result<void> TestGatewayStore::put(storage::UnitOfWork &work, const Ask &ask)
{
    TP_CHECK(work.execute(
        "INSERT INTO gateway_asks (key, action, subject, currency, amount, outcome, reference, "
        "code) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (key) DO UPDATE SET "
        "outcome = excluded.outcome, reference = excluded.reference, code = excluded.code",
        {ask.key, ask.action, ask.subject, ask.currency, ask.amount, ask.outcome, ask.reference,
         ask.code}));
    return {};
}

Result<std::optional<TestGatewayStore::Hold>> TestGatewayStore::hold(storage::Session &session,
                                                                     const std::string &reference)
{
    auto rows = session.query("SELECT token, currency, authorized, captured, refunded, voided "
                              "FROM gateway_holds WHERE reference = $1",
                              {reference});
    std::optional<Hold> found;
    if (rows.next()) {
        found = Hold{.reference = reference,
                     .token = std::string(rows.text(0)),
                     .currency = std::string(rows.text(1)),
                     .authorized = rows.integer(2),
                     .captured = rows.isNull(3) ? std::nullopt : std::optional(rows.integer(3)),
                     .refunded = rows.integer(4),
                     .isVoided = rows.boolean(5)};
    }
    TP_CHECK(rows.finish());
    return found;
}

Result<void> TestGatewayStore::put(storage::UnitOfWork &work, const Hold &hold)
{
    TP_CHECK(work.execute(
        "INSERT INTO gateway_holds (reference, token, currency, authorized, captured, refunded, "
        "voided) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (reference) DO UPDATE SET "
        "captured = excluded.captured, refunded = excluded.refunded, voided = excluded.voided",
        {hold.reference, hold.token, hold.currency, hold.authorized, hold.captured, hold.refunded,
         hold.isVoided}));
    return {};
}

Result<void> TestGatewayStore::append(storage::UnitOfWork &work, const std::string &action,
                                      const std::string &key, const std::string &currency,
                                      qint64 amount)
{
    TP_CHECK(work.execute("INSERT INTO gateway_acts (at, action, key, currency, amount) "
                          "VALUES ($1, $2, $3, $4, $5)",
                          {work.nowMs(), action, key, currency, amount}));
    return {};
}

} // namespace tp::payments

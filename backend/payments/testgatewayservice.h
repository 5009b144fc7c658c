// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/payments/replydelayservice.h"
#include "backend/payments/testgatewaybooksservice.h"
#include "backend/storage/database.h"

#include <memory>

namespace tp::payments {

/// A gateway to try a shop with. It keeps its books as a real one would: on disk, apart from the
/// shop's database and with a commit of its own, before it answers. Several backends of one shop
/// share the file. What it does with a card stands in TestToken. Any thread may ask; replies come
/// on threads of its own.
class TestGatewayService final : public PaymentGateway
{
public:
    /// It answers in this time, or nobody knows.
    static constexpr qint64 TimeoutMs = 1000;

    /// Opens the books, or begins them. `clock` and `random` outlive it and may be asked on any
    /// thread.
    static Result<std::unique_ptr<TestGatewayService>>
    open(const QString &filePath, const Clock &clock, Random &random, qint64 timeoutMs = TimeoutMs);
    ~TestGatewayService() override;

    void authorize(const std::string &key, Money amount, const std::string &token,
                   OnReply onReply) override;
    void capture(const std::string &key, const std::string &reference, Money amount,
                 OnReply onReply) override;
    void voidAuthorization(const std::string &key, const std::string &reference,
                           OnReply onReply) override;
    void refund(const std::string &key, const std::string &reference, Money amount,
                OnReply onReply) override;
    void status(const std::string &key, OnReply onReply) override;

    /// Reads the books, on the calling thread, which waits for the disk.
    Result<void> read(const std::function<void(storage::Snapshot &)> &work) const;

    /// Books what was asked, says of the rest that nobody knows, and closes the books. After it
    /// nobody knows at once. May be called twice.
    void close();

private:
    using Answered = TestGatewayBooksService::Answered;
    using Work = std::function<Result<Answered>(storage::UnitOfWork &)>;

    TestGatewayService(std::unique_ptr<storage::Database> books, const Clock &clock,
                       qint64 timeoutMs);
    void ask(TestGatewayBooksService::Question question, OnReply onReply);
    void submit(Work work, OnReply onReply);

    std::unique_ptr<storage::Database> m_books;
    const qint64 m_timeoutMs;
    ReplyDelayService m_delays;
};

} // namespace tp::payments

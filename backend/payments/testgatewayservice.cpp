// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/payments/testgatewayservice.h"

#include "backend/storage/migrator.h"

#include <atomic>

using namespace Qt::StringLiterals;

namespace tp::payments {

namespace {

using storage::UnitOfWork;

/// The first to come is the reply; there is no second.
class OneReply
{
public:
    explicit OneReply(PaymentGateway::OnReply onReply) : m_onReply(std::move(onReply)) {}

    void give(const GatewayReply &reply)
    {
        if (!m_isGiven.exchange(true))
            m_onReply(reply);
    }

private:
    PaymentGateway::OnReply m_onReply;
    std::atomic<bool> m_isGiven = false;
};

} // namespace

TestGatewayService::TestGatewayService(std::unique_ptr<storage::Database> books, const Clock &clock,
                                       qint64 timeoutMs)
    : m_books(std::move(books))
    , m_timeoutMs(timeoutMs)
    , m_delays(clock)
{}

TestGatewayService::~TestGatewayService()
{
    close();
}

Result<std::unique_ptr<TestGatewayService>> TestGatewayService::open(const QString &filePath,
                                                                     const Clock &clock,
                                                                     Random &random,
                                                                     qint64 timeoutMs)
{
    TP_TRY(const auto url, storage::DatabaseUrl::parse(u"sqlite:"_s + filePath));
    // Every backend of the shop has the same books, so none has them alone.
    TP_TRY(auto books,
           storage::Database::open(url, storage::Database::Sharing::Beside, {}, clock, random));
    storage::Migrator migrator(*books, clock, u":/testgateway"_s);
    // The first time fails if another backend begins the books at this moment.
    if (!migrator.apply())
        TP_CHECK(migrator.apply());
    return std::unique_ptr<TestGatewayService>(
        new TestGatewayService(std::move(books), clock, timeoutMs));
}

void TestGatewayService::authorize(const std::string &key, Money amount, const std::string &token,
                                   OnReply onReply)
{
    ask({Action::Authorize, key, token, amount}, std::move(onReply));
}

void TestGatewayService::capture(const std::string &key, const std::string &reference, Money amount,
                                 OnReply onReply)
{
    ask({Action::Capture, key, reference, amount}, std::move(onReply));
}

void TestGatewayService::voidAuthorization(const std::string &key, const std::string &reference,
                                           OnReply onReply)
{
    ask({Action::Void, key, reference, std::nullopt}, std::move(onReply));
}

void TestGatewayService::refund(const std::string &key, const std::string &reference, Money amount,
                                OnReply onReply)
{
    ask({Action::Refund, key, reference, amount}, std::move(onReply));
}

void TestGatewayService::status(const std::string &key, OnReply onReply)
{
    // Behind what was asked before it, so that nothing is said to be unknown that is on its way.
    submit(
        [key](UnitOfWork &work) -> Result<Answered> {
            TP_TRY(GatewayReply reply, TestGatewayBooksService().status(work, key));
            return Answered{std::move(reply), 0};
        },
        std::move(onReply));
}

void TestGatewayService::ask(TestGatewayBooksService::Question question, OnReply onReply)
{
    submit([question = std::move(question)](
               UnitOfWork &work) { return TestGatewayBooksService().answer(work, question); },
           std::move(onReply));
}

void TestGatewayService::submit(Work work, OnReply onReply)
{
    const auto once = std::make_shared<OneReply>(std::move(onReply));
    const auto answered = std::make_shared<Result<Answered>>(Answered{GatewayUnknown{}, 0});
    const bool isQueued = m_books->writer().submit(
        storage::Writer::Lane::Sales,
        [work = std::move(work), answered](UnitOfWork &unit) {
            *answered = work(unit);
            return *answered ? UnitOfWork::Keep::Yes : UnitOfWork::Keep::No;
        },
        [this, once, answered](const storage::Writer::Outcome &outcome) {
            if (!outcome.committed || !*answered)
                return once->give(GatewayUnknown{});
            const Answered &said = answered->value();
            if (said.afterMs == 0)
                return once->give(said.reply);
            if (said.afterMs && *said.afterMs < m_timeoutMs)
                m_delays.later(*said.afterMs, [once, reply = said.reply] { once->give(reply); });
        });
    if (!isQueued)
        return once->give(GatewayUnknown{});
    m_delays.later(m_timeoutMs, [once] { once->give(GatewayUnknown{}); });
}

Result<void> TestGatewayService::read(const std::function<void(storage::Snapshot &)> &work) const
{
    TP_TRY(const auto session, m_books->openReadSession());
    return session->read(work);
}

void TestGatewayService::close()
{
    m_books->close();
    m_delays.close();
}

} // namespace tp::payments

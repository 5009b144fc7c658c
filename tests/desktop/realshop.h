// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/api/answer.h"
#include "app/api/httpclient.h"
#include "app/api/tokensource.h"
#include "app/backendprocess/backendprocess.h"
#include "app/demostaff.h"
#include "backend/contract/order.h"
#include "backend/contract/page.h"
#include "backend/contract/product.h"
#include "backend/contract/register.h"
#include "backend/contract/session.h"
#include "backend/contract/signin.h"
#include "backend/contract/stock.h"
#include "tests/support/fakeclock.h"
#include "tests/support/seededrandom.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tp::test {

/// The demo shop with the backend that ships, which may go and come back. Its owner asks.
class RealShop final : public api::TokenSource
{
public:
    RealShop() { m_http.setTokens(this); }

    api::HttpClient &http() { return m_http; }
    qint64 backendPid() const { return m_backend->pid(); }

    /// Another port each time. `opened` is told as often as the backend is there.
    void open(std::function<void()> opened = [] {})
    {
        using backendprocess::BackendProcess;
        backendprocess::BackendCommand command;
        command.program = QStringLiteral(REAL_BACKEND);
        command.arguments = {QStringLiteral("serve"),
                             QStringLiteral("--listen"),
                             QStringLiteral("127.0.0.1:0"),
                             QStringLiteral("--database"),
                             QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("s.db")),
                             QStringLiteral("--with-parent"),
                             QStringLiteral("--demo")};
        command.dataFolder = m_folder.path();
        command.lockFile = m_folder.filePath(QStringLiteral("s.lock"));
        m_backend = std::make_unique<BackendProcess>(command, m_clock, m_random);
        QObject::connect(m_backend.get(), &BackendProcess::ready, &m_http,
                         [this, opened](const QUrl &url, const QString &) {
                             m_http.setServer(url);
                             opened();
                         });
        QSignalSpy ready(m_backend.get(), &BackendProcess::ready);
        m_backend->start();
        QVERIFY2(ready.wait(60'000), qPrintable(m_backend->log().join(u'\n')));
        if (m_token.isEmpty())
            signIn();
    }

    void close()
    {
        m_backend.reset();
        m_http.setServer({});
    }

    /// Register T1, which this computer takes from whoever had it before.
    contract::TillClaim claim()
    {
        const auto registers =
            get<contract::Page<contract::Register>>(QStringLiteral("/api/registers"));
        return post<contract::TillClaim>(
            QStringLiteral("/api/registers/%1/claim").arg(registers.items.first().id.toQString()),
            {});
    }

    /// The orders whose number is of that series.
    QList<contract::Order> ordersOf(const QString &series)
    {
        QList<contract::Order> found;
        const auto page = get<contract::Page<contract::Order>>(QStringLiteral("/orders"));
        for (const contract::Order &order : page.items) {
            if (order.number && order.number->startsWith(series + u'-'))
                found.append(order);
        }
        return found;
    }

    contract::Product product(const QString &sku)
    {
        const auto page = get<contract::Page<contract::Product>>(QStringLiteral("/api/products"));
        const auto found = std::find_if(page.items.begin(), page.items.end(),
                                        [&](const auto &one) { return one.sku == sku; });
        return found == page.items.end() ? contract::Product() : *found;
    }

    Quantity onHand(ProductId product)
    {
        return get<contract::StockLevel>(QStringLiteral("/api/stock/") + product.toQString())
            .onHand;
    }

    template <typename T>
    T get(const QString &path)
    {
        api::HttpQuestion question{path, QUrlQuery(QStringLiteral("limit=200"))};
        if (path.count(u'/') > 2)
            question.query = {};
        return answerOf<T>([&](auto reply) { m_http.get(question, &m_http, reply); });
    }

    template <typename T>
    T post(const QString &path, const QByteArray &body)
    {
        return answerOf<T>([&](auto reply) { m_http.post({path, {}}, {body}, &m_http, reply); });
    }

    QByteArray token() const override { return m_token; }
    void renew(const QByteArray &, QObject *context, Renewed reply) override
    {
        QMetaObject::invokeMethod(
            context,
            [reply] {
                reply(Error{ErrorCode::Unauthorized, {}, {}});
            },
            Qt::QueuedConnection);
    }

private:
    void signIn()
    {
        const ui::DemoPerson owner = app::demoStaff().first();
        const contract::Login login{owner.email, owner.password, {}, {}};
        m_token = post<contract::Session>(QStringLiteral("/api/auth/login"),
                                          QByteArray::fromStdString(login.object().toJson(login)))
                      .accessToken.toLatin1();
    }

    template <typename T, typename Question>
    T answerOf(Question question)
    {
        std::optional<Result<T>> answer;
        question(
            [&answer](const Result<contract::JsonValue> &said) { answer = api::readAs<T>(said); });
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(answer, 20'000);
            QVERIFY2(*answer, qPrintable(*answer ? QString() : answer->error().detail));
        }();
        return answer && *answer ? answer->value() : T();
    }

    QTemporaryDir m_folder;
    FakeClock m_clock;
    SeededRandom m_random{5};
    api::HttpClient m_http;
    std::unique_ptr<backendprocess::BackendProcess> m_backend;
    QByteArray m_token;
};

} // namespace tp::test

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/payments/gateways.h"
#include "backend/payments/testtoken.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tp::payments;
using tp::ErrorCode;

namespace {

/// Is there, and is never asked.
class SilentGateway final : public PaymentGateway
{
    void authorize(const std::string &, tp::Money, const std::string &, OnReply) override {}
    void capture(const std::string &, const std::string &, tp::Money, OnReply) override {}
    void voidAuthorization(const std::string &, const std::string &, OnReply) override {}
    void refund(const std::string &, const std::string &, tp::Money, OnReply) override {}
    void status(const std::string &, OnReply) override {}
};

std::optional<QString> maybe(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

} // namespace

/// Who takes which payment, and how the test gateway treats a card.
class TestGateways : public QObject
{
    Q_OBJECT

private slots:
    void whoTakesIt_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<QString>("gateway");
        QTest::addColumn<QString>("token");
        QTest::addColumn<QString>("with");    // the test gateway configured
        QTest::addColumn<QString>("without"); // none configured
        const QString noGateway = u"gateway"_s;
        const QString noMethod = u"method"_s;
        const auto row = [](const char *name, Method method, const char *gateway, const char *token,
                            const QString &with, const QString &without) {
            QTest::newRow(name) << int(method) << QString::fromLatin1(gateway)
                                << QString::fromLatin1(token) << with << without;
        };
        row("cash", Method::Cash, "", "", u"cash"_s, u"cash"_s);
        row("cash by name", Method::Cash, "cash", "", u"cash"_s, u"cash"_s);
        row("cash by test", Method::Cash, "test", "", noGateway, noGateway);
        row("external", Method::External, "", "", u"external"_s, u"external"_s);
        row("external by cash", Method::External, "cash", "", noGateway, noGateway);
        row("card", Method::Card, "", "tok_ok", u"test"_s, noGateway);
        row("card by test", Method::Card, "test", "tok_ok", u"test"_s, noGateway);
        row("card without token", Method::Card, "test", "", u"token"_s, noGateway);
        row("card by stripe", Method::Card, "stripe", "tok_ok", noGateway, noGateway);
        row("card by cash", Method::Card, "cash", "tok_ok", noGateway, noGateway);
        row("card by nobody", Method::Card, "nobody", "tok_ok", noGateway, noGateway);
        row("gift card", Method::GiftCard, "", "", noMethod, noMethod);
        row("store credit", Method::StoreCredit, "test", "tok_ok", noMethod, noMethod);
    }

    void whoTakesIt()
    {
        QFETCH(int, method);
        QFETCH(QString, gateway);
        QFETCH(QString, token);
        const Gateways::Wish wish{Method(method), maybe(gateway), maybe(token)};
        SilentGateway silent;
        Gateways some;
        some.add("test", silent);
        QTEST(answerOf(some, wish), "with");
        QTEST(answerOf(Gateways(), wish), "without");
        QCOMPARE(some.find("test"), &silent);
        QVERIFY(!some.find("stripe"));
    }

    void aTokenSaysHowACardIsTreated_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<int>("manner");
        QTest::addColumn<qint64>("slowMs");
        using enum TestToken::Manner;
        const auto row = [](const char *token, TestToken::Manner manner, qint64 slowMs = 0) {
            QTest::newRow(token) << QByteArray(token) << int(manner) << slowMs;
        };
        row("tok_ok", Plain);
        row("tok_declined", Declined);
        row("tok_error_once", FailsOnce);
        row("tok_timeout", Unheard);
        row("tok_timeout_then_captured", CaptureUnsaid);
        row("tok_slow_0", Slow, 0);
        row("tok_slow_1500", Slow, 1500);
        row("tok_slow_999999999", Slow, 600'000);
        row("tok_slow_99999999999999999999", Invalid);
        row("tok_slow_", Invalid);
        row("tok_slow_-1", Invalid);
        row("tok_slow_1s", Invalid);
        row("tok_OK", Invalid);
        row("4242424242424242", Invalid);
        row("", Invalid);
    }

    void aTokenSaysHowACardIsTreated()
    {
        QFETCH(QByteArray, token);
        const auto parsed = TestToken::parse({token.constData(), std::size_t(token.size())});
        QTEST(int(parsed.manner), "manner");
        QTEST(parsed.slowMs, "slowMs");
    }

private:
    static QString answerOf(const Gateways &gateways, const Gateways::Wish &wish)
    {
        const auto answer = gateways.serving(wish);
        if (answer)
            return QString::fromStdString(answer.value());
        if (answer.error().code == ErrorCode::GatewayNotConfigured)
            return u"gateway"_s;
        if (answer.error().code == ErrorCode::MethodNotConfigured)
            return u"method"_s;
        const auto &fields = answer.error().fields;
        const bool isToken = answer.error().code == ErrorCode::InvalidBody && fields.size() == 1 &&
                             fields.first().pointer == u"/token"_s &&
                             fields.first().code == ErrorCode::Required;
        return isToken ? u"token"_s : u"another error"_s;
    }
};

TP_TEST(TestGateways)
#include "tst_gateways.moc"

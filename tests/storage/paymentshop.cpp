// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/storage/paymentshop.h"

#include "backend/contract/payment.h"

using namespace Qt::StringLiterals;

namespace tp::test {

using namespace tp::payments;

Money PaymentShop::euros(qint64 cents)
{
    return *Money::fromMinor(cents, *Currency::fromCode(std::string_view("EUR")));
}

OrderId PaymentShop::order(int number)
{
    return *OrderId::parse(
        u"01900000-0000-7000-8000-%1"_s.arg(number, 12, 10, QLatin1Char('0')).toStdString());
}

NewPayment PaymentShop::wanted(qint64 cents, Method method)
{
    const bool isCard = method == Method::Card;
    return {.id = {},
            .orderId = order(1),
            .userId = "u1",
            .position = 0,
            .method = method,
            .gateway = isCard ? "test" : std::string(nameOf(method)),
            .amount = euros(cents),
            .rounding = euros(0),
            .tendered = euros(cents),
            .change = euros(0),
            .token = isCard ? std::optional<std::string>("tok_ok") : std::nullopt,
            .reference = {},
            .createHash = "hash"};
}

PaymentId PaymentShop::create(const NewPayment &wanted)
{
    const auto created = in<PaymentService::Created>(
        [&](storage::UnitOfWork &work) { return m_payments.create(work, wanted); });
    return created ? created->id : PaymentId();
}

Payment PaymentShop::now(PaymentId id)
{
    return in<Payment>([&](storage::UnitOfWork &work) { return m_payments.held(work, id); })
        .value();
}

QString PaymentShop::standing(PaymentId id)
{
    const Payment payment = now(id);
    QStringList words{QString::fromStdString(std::string(nameOf(payment.state)))};
    const auto add = [&](const char *name, Money amount) {
        if (!amount.isZero())
            words.append(u"%1 %2"_s.arg(QLatin1StringView(name)).arg(amount.minor()));
    };
    add("taken", payment.captured);
    add("back", payment.refunded);
    add("asked back", payment.refunding);
    return words.join(u", "_s);
}

Result<GatewayAskService::Begun> PaymentShop::begin(PaymentId id, Action action,
                                                    const std::string &key)
{
    return in<GatewayAskService::Begun>(
        [&](storage::UnitOfWork &work) { return m_asks.begin(work, id, action, key); });
}

Result<GatewayAskService::Recorded> PaymentShop::record(PaymentId id, const std::string &key,
                                                        const GatewayReply &reply)
{
    return in<GatewayAskService::Recorded>(
        [&](storage::UnitOfWork &work) { return m_asks.record(work, id, key, reply); });
}

Result<RefundService::Begun> PaymentShop::refund(PaymentId id, std::optional<qint64> cents,
                                                 const std::string &key, qint64 coin)
{
    const auto amount = cents ? std::optional(euros(*cents)) : std::nullopt;
    return in<RefundService::Begun>([&](storage::UnitOfWork &work) {
        return m_refunds.refund(work,
                                {.id = id, .amount = amount, .cashStepMinor = coin, .key = key});
    });
}

void PaymentShop::act(PaymentId id, Action action, const std::string &key)
{
    const auto begun = begin(id, action, key);
    const auto recorded = record(id, key, GatewayDone{"ref-" + id.toString()});
    if (!begun || !recorded)
        qWarning() << "not done" << (begun ? recorded.error() : begun.error()).detail;
}

PaymentId PaymentShop::captured(qint64 cents)
{
    const PaymentId id = create(wanted(cents));
    const std::string number = std::to_string(++m_keys);
    act(id, Action::Authorize, "authorize-" + number);
    act(id, Action::Capture, "capture-" + number);
    return id;
}

QString PaymentShop::attempts(PaymentId id)
{
    std::string text;
    m_shop.read([&](storage::Snapshot &snapshot) {
        contract::JsonWriter json(text);
        const auto etag = PaymentQueries().write(snapshot, id, {}, json);
        if (!etag)
            text.clear();
    });
    const auto payment = contract::Payment::object().parse(text);
    if (!payment)
        return u"not a payment: "_s + payment.error().detail;
    QStringList lines;
    for (const contract::PaymentAttempt &attempt : payment->attempts) {
        lines.append(attempt.action + u' ' + attempt.outcome +
                     (attempt.code ? u' ' + *attempt.code : QString()));
    }
    return lines.join(u", "_s);
}

} // namespace tp::test

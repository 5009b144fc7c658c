// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/simulatedtrade.h"

#include "backend/auth/rolegrants.h"
#include "backend/inventory/stockservice.h"
#include "backend/orchestration/laterpaymentservice.h"
#include "backend/orchestration/returnservice.h"
#include "backend/orchestration/saleservice.h"
#include "backend/orders/orderservice.h"
#include "backend/orders/orderstore.h"
#include "backend/payments/paymentservice.h"
#include "backend/registers/registerservice.h"
#include "backend/settings/settingsservice.h"

using namespace Qt::StringLiterals;
using tp::contract::Channel;
using tp::contract::NewOrder;
using tp::contract::PaymentMethod;
using tp::saga::Standing;
using tp::storage::UnitOfWork;

namespace tp::test {

namespace {

constexpr int Products = 12;
constexpr qint64 AskAgainMs = 5'000;
constexpr quint64 RecentOrders = 40; ///< So many of the last are come back with.

/// What a client of the API is told every day.
bool isOrdinary(ErrorCode code)
{
    return code == ErrorCode::InvalidBody || code == ErrorCode::IllegalTransition ||
           code == ErrorCode::RefundExceedsCaptured;
}

Quantity units(qint64 thousandths)
{
    return *Quantity::fromThousandths(thousandths);
}

} // namespace

SimulatedTrade::SimulatedTrade(World &world, FreshShop &shop, const payments::Gateways &gateways,
                               Backend backend)
    : m_world(world)
    , m_shop(shop)
    , m_gateways(gateways)
    , m_backend(std::move(backend))
{}

void SimulatedTrade::prepare()
{
    const auto settled = m_shop.write([&](UnitOfWork &work) -> Result<void> {
        settings::SettingsChange change;
        change.taxRates = QList<settings::TaxRate>{{u"food"_s, 0, u"Food"_s, 70'000},
                                                   {u"standard"_s, 0, u"Standard"_s, 190'000}};
        change.cashRounding = QMap<QString, qint64>{{u"EUR"_s, 5}};
        change.pricesIncludeTax = m_world.random.below(2) == 0;
        change.taxRounding = settings::TaxRounding(m_world.random.below(2));
        TP_CHECK(settings::SettingsService().change(work, change, {}));
        const registers::RegisterService registers(
            m_world.random, [](UnitOfWork &, TillId) { return Result<void>(); });
        TP_TRY(const auto made, registers.create(work, {{}, u"T2"_s, {}, "hash"}, {}));
        TP_TRY(const auto claim, registers.claim(work, made.id, {}));
        m_tillRegister = made.id;
        m_series = claim.series;
        return {};
    });
    if (!settled)
        m_world.faults.append(u"no shop: "_s + settled.error().detail);
    for (int i = 0; i < Products; ++i) {
        auto details = FreshShop::details(u"P%1"_s.arg(i), u"Product %1"_s.arg(i));
        details.price = euros(i == 0 ? 0 : m_world.random.between(1, 3000));
        details.taxClass = i % 3 == 0 ? u"food"_s : u"standard"_s;
        details.unit = i % 4 == 1 ? catalogue::Unit::Kilogram : catalogue::Unit::Each;
        details.whenShort = catalogue::WhenShort(i % 5 < 3 ? 0 : i % 5 - 2);
        m_products.push_back(m_shop.add(details));
    }
}

void SimulatedTrade::deliver()
{
    for (const ProductId &product : m_products) {
        const Quantity delta = units(1000 * m_world.random.between(1, 60));
        const auto id = newId<MovementId>();
        insist(
            [=](UnitOfWork &work) -> Result<Standing> {
                TP_CHECK(inventory::StockService::adjust(
                    work, {id, product, {}, delta, {}, "received", {}}, u"staff"_s, "hash"));
                return Standing{};
            },
            {});
    }
}

void SimulatedTrade::serve()
{
    const auto dice = m_world.random.below(100);
    if (dice < 40)
        buyAtTheTill();
    else if (dice < 55)
        buyOnTheWeb();
    else if (dice < 67)
        payLater();
    else if (dice < 75)
        record();
    else
        comeBack();
}

/// Only for what has an id of its own: said twice, it happens once.
void SimulatedTrade::insist(const Job &job, const Told &told)
{
    const auto answer = m_backend().request(job);
    if (!answer) {
        m_world.agenda.after(AskAgainMs, [this, job, told] { insist(job, told); });
        return;
    }
    if (!*answer)
        judge(answer->error());
    if (told)
        told(*answer);
}

/// Whoever has no id for it looks later what became of it.
void SimulatedTrade::ask(const Job &job)
{
    const auto answer = m_backend().request(job);
    if (answer && !*answer)
        judge(answer->error());
}

void SimulatedTrade::judge(const Error &error)
{
    if (!isOrdinary(error.code))
        m_world.faults.append(u"refused: "_s + error.detail);
}

NewOrder SimulatedTrade::basket(Channel channel)
{
    NewOrder body;
    body.id = newId<OrderId>();
    body.channel = channel;
    for (auto left = m_world.random.between(1, 4); left > 0; --left) {
        contract::NewOrderLine line;
        const auto place = m_world.random.below(m_products.size());
        line.productId = m_products.at(place);
        const bool isWeighed = place % 4 == 1;
        line.quantity = units(isWeighed ? m_world.random.between(1, 2500)
                                        : 1000 * m_world.random.between(1, 3));
        if (m_world.random.below(6) == 0)
            line.discount = contract::DiscountSpec{units(m_world.random.between(0, 50'000)), {}};
        body.lines.append(line);
    }
    if (m_world.random.below(8) == 0)
        body.discount = contract::DiscountSpec{units(m_world.random.between(0, 100'000)), {}};
    return body;
}

void SimulatedTrade::sell(const NewOrder &body, const Actor &actor, const Told &told)
{
    insist(
        [this, body, actor](UnitOfWork &work) -> Result<Standing> {
            const orchestration::SaleService sales(m_backend().engine(), m_gateways);
            TP_TRY(const auto placed,
                   sales.place(work, body, {actor, origin(actor), body.id->toString()}));
            return placed.standing;
        },
        [this, id = *body.id, told](const Result<Standing> &standing) {
            if (standing)
                m_acknowledged.push_back(id);
            if (told)
                told(standing);
        });
}

void SimulatedTrade::buyAtTheTill()
{
    NewOrder body = basket(Channel::Pos);
    const auto dice = m_world.random.below(10);
    if (dice < 4)
        body.payments = {tender(PaymentMethod::Cash)};
    else if (dice < 5)
        body.payments = {tender(PaymentMethod::External)};
    else if (dice < 7)
        body.payments = {tender(PaymentMethod::Card)};
    else if (dice < 9)
        body.payments = {tender(PaymentMethod::Card, 100), tender(PaymentMethod::Cash)};
    else
        body.payments = {tender(PaymentMethod::Card, 100), tender(PaymentMethod::Card, 55),
                         tender(PaymentMethod::Card)};
    sell(body, person("cashier"));
}

void SimulatedTrade::buyOnTheWeb()
{
    NewOrder body = basket(Channel::Web);
    body.payments = {tender(PaymentMethod::Card)};
    if (m_world.random.below(3) == 0)
        body.payments.prepend(tender(PaymentMethod::Card, 200));
    sell(body, person("customer"));
}

void SimulatedTrade::payLater()
{
    const NewOrder body = basket(Channel::Pos);
    sell(body, person("cashier"), [this, id = *body.id](const Result<Standing> &standing) {
        if (standing && m_world.random.below(6) != 0) // Some never come back.
            m_world.agenda.after(m_world.random.between(1'000, 1'800'000),
                                 [this, id] { payPart(id, 4); });
    });
}

/// Some of it by card, by hand, or all; what is declined is paid once more.
void SimulatedTrade::payPart(OrderId order, int tries)
{
    contract::NewPayment body;
    body.id = newId<PaymentId>();
    body.orderId = order;
    const bool isCard = tries > 1 && m_world.random.below(2) == 0;
    body.method = isCard ? PaymentMethod::Card : PaymentMethod::Cash;
    if (isCard)
        body.token = u"tok"_s;
    if (tries > 2 && m_world.random.below(2) == 0)
        body.amount = euros(100);
    const Actor actor = person("cashier");
    const bool isTakenBack = m_world.random.below(8) == 0;
    insist(
        [this, body, actor](UnitOfWork &work) -> Result<Standing> {
            const orchestration::LaterPaymentService later(m_backend().engine(), m_gateways);
            TP_TRY(const auto added,
                   later.add(work, body, {actor, origin(actor), body.id->toString()}));
            return added.standing;
        },
        [this, order, tries](const Result<Standing> &) {
            if (tries > 0)
                m_world.agenda.after(m_world.random.between(60'000, 600'000),
                                     [this, order, tries] { payPart(order, tries - 1); });
        });
    if (isTakenBack) {
        ask([this, id = *body.id, actor](UnitOfWork &work) -> Result<Standing> {
            const orchestration::LaterPaymentService later(m_backend().engine(), m_gateways);
            const orchestration::LaterPaymentService::Who who{actor, origin(actor), {}};
            const auto payment = later.held(work, id, who);
            if (!payment) // It was refused.
                return Error{ErrorCode::IllegalTransition, u"there is none"_s, {}};
            TP_CHECK(later.cancel(work, *payment, who));
            return Standing{};
        });
    }
}

/// The till has sold it, with its own number, at its own total.
void SimulatedTrade::record()
{
    NewOrder body = basket(Channel::Pos);
    body.registerId = m_tillRegister;
    body.number =
        u"%1-%2"_s.arg(QString::fromStdString(m_series)).arg(++m_tillNumber, 6, 10, QChar(u'0'));
    body.soldAt = contract::Time{m_world.clock.nowMs() - m_world.random.between(0, 3'600'000)};
    body.soldBy = newId<UserId>();
    body.total = euros(m_world.random.between(1, 9000));
    body.payments = {
        tender(m_world.random.below(2) == 0 ? PaymentMethod::Cash : PaymentMethod::External)};
    sell(body, person("till", true), [this](const Result<Standing> &standing) {
        if (!standing)
            m_world.faults.append(u"a sale that has happened was refused: "_s +
                                  standing.error().detail);
    });
}

void SimulatedTrade::comeBack()
{
    if (m_acknowledged.empty())
        return;
    const auto last = std::min<quint64>(RecentOrders, m_acknowledged.size());
    const OrderId id = m_acknowledged.at(m_acknowledged.size() - 1 - m_world.random.below(last));
    const auto dice = m_world.random.below(10);
    ask([this, id, dice](UnitOfWork &work) -> Result<Standing> {
        const Origin by = origin(person("manager"));
        TP_TRY(orders::Order order, orders::OrderStore::locked(work, id));
        if (dice < 4)
            return bringBack(work, std::move(order));
        if (dice < 6)
            return refund(work, order);
        if (dice < 8) {
            return orchestration::ReturnService(m_backend().engine())
                .cancel(work, std::move(order), by);
        }
        TP_CHECK(dice < 9 ? orders::OrderService::fulfil(work, order, by)
                          : orders::OrderService::complete(work, order, by));
        return Standing{};
    });
}

Result<Standing> SimulatedTrade::bringBack(UnitOfWork &work, orders::Order order)
{
    contract::NewReturn body;
    body.reason = u"by chance"_s;
    for (const orders::OrderLine &line : order.lines) {
        const qint64 sold = line.quantity.thousandths();
        if (m_world.random.below(2) == 0)
            body.lines.append(
                {line.id, units(sold > 1000 && m_world.random.below(2) == 0 ? 1000 : sold)});
    }
    if (body.lines.isEmpty())
        body.lines.append({order.lines.first().id, order.lines.first().quantity});
    return orchestration::ReturnService(m_backend().engine())
        .takeBack(work, std::move(order), body, origin(person("manager")));
}

Result<Standing> SimulatedTrade::refund(UnitOfWork &work, const orders::Order &order)
{
    TP_TRY(const auto payments, payments::PaymentService().heldOfOrder(work, order.id));
    if (payments.isEmpty())
        return Error{ErrorCode::IllegalTransition, u"nothing was paid"_s, {}};
    contract::NewRefund body;
    body.reason = u"by chance"_s;
    if (m_world.random.below(3) != 0)
        body.amount = euros(m_world.random.between(1, 500));
    const auto place = qsizetype(m_world.random.below(quint64(payments.size())));
    return orchestration::ReturnService(m_backend().engine())
        .refund(work, payments.at(place).id, body, origin(person("manager")));
}

contract::NewOrderPayment SimulatedTrade::tender(PaymentMethod method,
                                                 std::optional<qint64> cents) const
{
    contract::NewOrderPayment payment;
    payment.method = method;
    if (cents)
        payment.amount = euros(*cents);
    if (method == PaymentMethod::Card)
        payment.token = u"tok"_s;
    return payment;
}

Money SimulatedTrade::euros(qint64 cents) const
{
    return *Money::fromMinor(cents, *Currency::fromCode(std::string_view("EUR")));
}

Actor SimulatedTrade::person(const char *name, bool isTill) const
{
    Actor actor;
    actor.id = QString::fromLatin1(name);
    actor.grants = isTill ? auth::grantsOfTill() : auth::grantsOf(Role::Admin);
    actor.isTill = isTill;
    return actor;
}

Origin SimulatedTrade::origin(const Actor &actor) const
{
    return {actor.id.toStdString(), {}, {}};
}

template <typename IdOf>
IdOf SimulatedTrade::newId()
{
    return IdOf(Uuid::v7(m_world.clock.nowMs(), m_world.random));
}

} // namespace tp::test

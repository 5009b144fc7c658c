// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/simulation.h"

#include "backend/orchestration/checkout.h"
#include "backend/orchestration/refund.h"
#include "backend/storage/connection.h"

using namespace Qt::StringLiterals;
using tp::storage::UnitOfWork;

namespace tp::test {

namespace {

constexpr qint64 HourMs = 3'600'000;
constexpr qint64 BirthTakesMs = 3'000;
constexpr qint64 CustomerEveryMsMax = 600'000;
constexpr int NightRoundsMax = 20; ///< A person looks at what is stuck so often in one night,
constexpr int TriedAgain = 3;      ///< and so often before it is given up.
constexpr qsizetype FaultsShown = 12;

/// Databases whose ids are of this seed, too.
FreshShop shopOn(FreshDatabases &databases, quint64 seed)
{
    databases.random = SeededRandom(seed + 1);
    return FreshShop(databases, storage::Dialect::Sqlite);
}

} // namespace

Simulation::Simulation(quint64 seed)
    : m_random(seed)
    , m_shop(shopOn(m_databases, seed))
    , m_agenda(m_databases.clock)
    , m_world{m_shop.database(), m_databases.clock, m_agenda, m_random, {}, true}
    , m_weather(m_gateway, m_agenda, m_databases.clock, m_random)
    , m_trade(m_world, m_shop, m_gateways, [this]() -> SimulatedBackend & { return *m_backend; })
{
    // What is not on disk is lost with the machine, and no machine dies here.
    if (!m_shop.database().connectionHere().command("PRAGMA synchronous = OFF"))
        m_world.faults.append(u"the disk is waited for"_s);
    m_gateways.add("test", m_weather);
    m_book.add(orchestration::checkoutPlan(m_gateways));
    m_book.add(orchestration::refundPlan(m_gateways));
    m_book.add(orchestration::cancelPlan(m_gateways));
    m_trade.prepare();
    begin();
}

/// A process; after its death there is another.
void Simulation::begin()
{
    const std::string name = "process " + std::to_string(m_deaths + 1);
    m_backend = std::make_unique<SimulatedBackend>(m_world, m_book, name, [this] {
        ++m_deaths;
        m_agenda.after(BirthTakesMs, [this] { begin(); });
    });
}

bool Simulation::liveADay()
{
    const qint64 opens = m_databases.clock.nowMs();
    m_weather.setCalm(false);
    m_world.isCalm = false;
    m_trade.deliver();
    for (qint64 at = 0; at < HoursADay * HourMs; at += m_random.between(1'000, CustomerEveryMsMax))
        m_agenda.after(at, [this] { m_trade.serve(); });
    m_agenda.runUntil(opens + HoursADay * HourMs);

    m_weather.setCalm(true);
    m_world.isCalm = true;
    m_agenda.runUntil(opens + 20 * HourMs);
    askPeople();
    m_agenda.runUntil(opens + 24 * HourMs);
    readBooks([this](SimulatedBooks &books) {
        m_world.faults.append(books.faults(m_trade.acknowledged()));
    });
    return m_world.faults.isEmpty();
}

/// What is stuck is tried again by somebody, then seen to by hand: a gateway may say no for good.
void Simulation::askPeople()
{
    for (int round = 0; round < NightRoundsMax; ++round) {
        QList<SagaId> stuck;
        const auto tried = m_shop.write([&](UnitOfWork &work) -> Result<void> {
            auto rows = work.query("SELECT id FROM sagas WHERE state = 'stuck' ORDER BY id");
            while (rows.next())
                stuck.append(*SagaId::parse(rows.text(0)));
            TP_CHECK(rows.finish());
            for (const SagaId &id : stuck) {
                TP_CHECK(round < TriedAgain ? m_backend->engine().retry(work, id)
                                            : m_backend->engine().abandon(work, id));
            }
            return {};
        });
        if (!tried)
            m_world.faults.append(u"nobody can try again: "_s + tried.error().detail);
        if (stuck.isEmpty())
            return;
        m_backend->look();
        m_agenda.runUntil(m_databases.clock.nowMs() + HourMs / 10);
    }
}

QStringList Simulation::faults()
{
    QStringList all = m_world.faults.mid(0, FaultsShown);
    QStringList named;
    for (const QString &word : all.join(u' ').split(u' ')) {
        if (Uuid::parse(word) && !named.contains(word))
            named.append(word);
    }
    readBooks([&](SimulatedBooks &books) {
        for (const QString &id : named)
            all.append(books.story(id.toStdString()));
    });
    return all;
}

QByteArray Simulation::digest()
{
    QByteArray digest;
    readBooks([&digest](SimulatedBooks &books) { digest = books.digest(); });
    return digest;
}

QString Simulation::summary()
{
    constexpr std::pair<const char *, const char *> Counts[] = {
        {"orders", "SELECT COUNT(*) FROM orders"},
        {"sold", "SELECT COUNT(*) FROM orders WHERE number IS NOT NULL"},
        {"out of stock", "SELECT COUNT(*) FROM orders WHERE failure_code = 'out_of_stock'"},
        {"not paid", "SELECT COUNT(*) FROM orders WHERE failure_code LIKE 'payment%'"},
        {"cancelled", "SELECT COUNT(*) FROM orders WHERE status = 'cancelled'"},
        {"returned", "SELECT COUNT(*) FROM orders WHERE status LIKE '%returned'"},
        {"asked of the gateway", "SELECT COUNT(*) FROM payment_entries WHERE outcome = 'asked'"},
        {"not answered", "SELECT COUNT(*) FROM payment_entries WHERE outcome = 'unknown'"},
        {"sagas", "SELECT COUNT(*) FROM sagas"},
        {"turned back", "SELECT COUNT(*) FROM sagas WHERE state = 'compensated'"},
        {"given up", "SELECT COUNT(*) FROM sagas WHERE steps LIKE '%abandoned%'"}};
    QStringList words;
    readBooks([&words, &Counts](SimulatedBooks &books) {
        for (const auto &[what, sql] : Counts)
            words.append(u"%1 %2"_s.arg(books.number(sql)).arg(QLatin1StringView(what)));
    });
    return words.join(u", "_s);
}

void Simulation::readBooks(const std::function<void(SimulatedBooks &)> &work)
{
    m_shop.read([&](storage::Snapshot &snapshot) {
        SimulatedBooks books(snapshot, m_gateway);
        work(books);
    });
}

} // namespace tp::test

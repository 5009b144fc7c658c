// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/backend.h"

#include "backend/auth/attemptstore.h"
#include "backend/auth/sessionstore.h"
#include "backend/contract/status.h"
#include "backend/daemon/authenticatorbyissuer.h"
#include "backend/daemon/demoshop.h"
#include "backend/daemon/demostaff.h"
#include "backend/daemon/docsroutes.h"
#include "backend/daemon/eventroutes.h"
#include "backend/daemon/healthwatch.h"
#include "backend/daemon/identity.h"
#include "backend/daemon/keyfile.h"
#include "backend/daemon/operationroutes.h"
#include "backend/daemon/outsideidentity.h"
#include "backend/daemon/sagas.h"
#include "backend/daemon/shoproutes.h"
#include "backend/daemon/systemclock.h"
#include "backend/daemon/systemrandom.h"
#include "backend/daemon/testgateway.h"
#include "backend/events/relay.h"
#include "backend/http/openapi.h"
#include "backend/http/pipeline.h"
#include "backend/http/server.h"
#include "backend/inventory/reservationservice.h"
#include "backend/settings/settingsservice.h"
#include "backend/storage/idempotencykeys.h"
#include "backend/storage/migrator.h"

#include <QCoreApplication>
#include <QThread>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace tp::daemon {
namespace {

/// Each Argon2id takes its memory while it runs, so few run at once.
constexpr int PasswordThreads = 2;
constexpr int PasswordsWaitingMax = 64;
constexpr int SweepEveryMs = 60 * 1000;

contract::Version versionOf(storage::Dialect dialect)
{
    return {u"tradepostd"_s, QCoreApplication::applicationVersion(), u"1"_s,
            QString::fromLatin1(qVersion()),
            dialect == storage::Dialect::Sqlite ? u"sqlite"_s : u"postgresql"_s};
}

Result<http::ServerOptions> serverOptionsOf(const ServeOptions &options)
{
    http::ServerOptions server;
    server.ioThreads = options.ioThreads;
    server.tlsCertificateFile = options.tlsCertificate;
    server.tlsKeyFile = options.tlsKey;
    for (const QString &text : options.listen) {
        TP_TRY(const http::ListenAddress address, http::ListenAddress::parse(text));
        server.listenAddresses.append(address);
    }
    return server;
}

Result<void> ensureShop(storage::Database &database, const QString &currencyCode)
{
    std::optional<Currency> wanted;
    if (!currencyCode.isEmpty()) {
        wanted = Currency::fromCode(QStringView(currencyCode));
        if (!wanted)
            return Error{ErrorCode::InvalidValue,
                         currencyCode + u" is not a currency code of ISO 4217"_s,
                         {}};
    }
    Result<void> ensured;
    TP_CHECK(database.writeHere([&](storage::UnitOfWork &work) {
        ensured = settings::SettingsService().ensureDefaults(work, wanted);
        return ensured ? storage::UnitOfWork::Keep::Yes : storage::UnitOfWork::Keep::No;
    }));
    return ensured;
}

} // namespace

struct Backend::Parts
{
    SystemClock clock;
    SystemRandom random;
    http::WorkPool workPool{PasswordThreads, PasswordsWaitingMax};
    std::unique_ptr<storage::Database> database;
    std::unique_ptr<Identity> identity;
    std::unique_ptr<OutsideIdentity> outside;
    std::unique_ptr<AuthenticatorByIssuer> authenticator;
    std::unique_ptr<HealthWatch> watch;
    std::unique_ptr<payments::TestGatewayService> testGateway; ///< Null: this shop has none.
    payments::Gateways gateways;
    http::OutcomeWaits waits;
    std::unique_ptr<Sagas> sagas;
    std::unique_ptr<events::Relay> relay;
    std::unique_ptr<ShopServices> services;
    http::Router router;
    std::unique_ptr<http::Metrics> metrics;
    std::unique_ptr<http::Pipeline> pipeline;
    std::unique_ptr<http::Server> server;
    QTimer sweeper;

    void addRelay();
    void addOutsideIdentity(const std::vector<auth::OidcIssuer> &issuers);
    void addSagas();
    void addRoutes();
    void addGauges();
    void sweep();
};

void Backend::Parts::addOutsideIdentity(const std::vector<auth::OidcIssuer> &issuers)
{
    outside = std::make_unique<OutsideIdentity>(issuers, *database, clock, identity->isCutOff());
    authenticator = std::make_unique<AuthenticatorByIssuer>(
        identity->authenticator(), outside->authenticator(), identity->refusedTokens());
    watch->add({[this] { return outside->health(); }, [this] { outside->lookAgain(); }});
}

void Backend::Parts::addSagas()
{
    sagas = std::make_unique<Sagas>(*database, clock, random, waits, gateways);
    watch->add({[this] {
                    const qint64 silentMs = clock.steadyMs() - sagas->runner().lookedAtMs();
                    return QList{HealthWatch::workerCheck(u"sagas"_s, silentMs,
                                                          contract::HealthState::Unavailable)};
                },
                [] {}});
}

void Backend::Parts::addRelay()
{
    relay = std::make_unique<events::Relay>(*database, clock);
    watch->add({[this] {
                    return QList{HealthWatch::workerCheck(u"events"_s, relay->silentMs(),
                                                          contract::HealthState::Degraded)};
                },
                [] {}});
}

void Backend::Parts::addRoutes()
{
    addEventRoutes(router, *relay);
    outside->addRoutes(router);
    addOperationRoutes(router, *watch, versionOf(database->dialect()),
                       [this]() -> const http::Metrics & { return *metrics; });
    addDocsRoutes(
        router, [this] { return http::openApiOf(router, QCoreApplication::applicationVersion()); });
    addShopRoutes(router, *services);
    sagas->addRoutes(router);
    identity->addRoutes(
        router, [](storage::UnitOfWork &work, const contract::NewShop &shop, const Origin &origin) {
            return settings::SettingsService().nameShop(
                work, {shop.name, shop.currency, shop.address, shop.taxId}, origin);
        });
}

void Backend::Parts::addGauges()
{
    metrics->addGauge("tradepost_writes_waiting", "Changes that wait for the writer.",
                      [this] { return qint64(database->writer().waiting()); });
    metrics->addGauge("tradepost_reads_waiting", "Readings that wait for a reader.",
                      [this] { return qint64(database->waitingReads()); });
    metrics->addGauge("tradepost_passwords_waiting", "Passwords that wait to be hashed.",
                      [this] { return qint64(workPool.waiting()); });
    metrics->addGauge("tradepost_sagas_asking", "Sagas that wait for an answer from outside.",
                      [this] { return qint64(sagas->runner().asking()); });
    metrics->addGauge("tradepost_feeds", "Open feeds of events.",
                      [this] { return qint64(relay->feeds()); });
    metrics->addGauge("tradepost_feeds_behind", "Events that the slowest feed has not heard yet.",
                      [this] { return relay->behind(); });
    metrics->addGauge("tradepost_relay_silent_ms", "Since events were last looked for.",
                      [this] { return relay->silentMs(); });
    metrics->addGauge("tradepost_http_connections", "Open connections.",
                      [this] { return qint64(server->connectionsOpen()); });
}

void Backend::Parts::sweep()
{
    // A full queue has better things to do; the next round comes.
    std::ignore = database->writer().submit(
        storage::Writer::Lane::Bulk,
        [](storage::UnitOfWork &work) {
            const bool swept = storage::IdempotencyKeys::sweep(work) &&
                               auth::SessionStore::sweep(work) && auth::AttemptStore::sweep(work) &&
                               inventory::ReservationService::releaseExpired(work);
            return swept ? storage::UnitOfWork::Keep::Yes : storage::UnitOfWork::Keep::No;
        },
        [](const storage::Writer::Outcome &) {});
}

Backend::Backend(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

Backend::~Backend() = default;

Result<std::unique_ptr<Backend>> Backend::create(const ServeOptions &options)
{
    auto parts = std::make_unique<Parts>();
    Parts &p = *parts;
    TP_TRY(http::ServerOptions serverOptions, serverOptionsOf(options));
    TP_TRY(const auto url, storage::DatabaseUrl::parse(options.database));
    TP_TRY(p.database, storage::Database::open(url, storage::Database::Sharing::Exclusive, {},
                                               p.clock, p.random));
    if (!options.noMigrate)
        TP_CHECK(storage::Migrator(*p.database, p.clock).apply());
    TP_CHECK(ensureShop(*p.database, options.currency));
    if (options.demo) {
        TP_CHECK(loadDemoShop(*p.database, p.clock));
        TP_CHECK(loadDemoStaff(*p.database));
    }
    TP_TRY(const auto key, ensureKeyFile(options.keyFile, p.random));
    const auth::Sealer sealer(key);
    p.identity = std::make_unique<Identity>(*p.database, sealer, p.clock, p.random);
    TP_CHECK(p.identity->prepare());
    p.watch = std::make_unique<HealthWatch>(*p.database, p.clock);
    p.addOutsideIdentity(options.issuers);
    TP_TRY(p.testGateway, openTestGateway(options, *p.database, p.clock, p.random));
    if (p.testGateway)
        p.gateways.add("test", *p.testGateway);
    p.addSagas();
    p.addRelay();
    p.services = std::make_unique<ShopServices>(
        imageFolderOf(url, options.images), p.random,
        ShopServices::Wires{p.identity->endSessionsOfTill(), p.testGateway.get(), p.gateways,
                            p.sagas->engine(), p.sagas->runner()});
    p.addRoutes();

    TP_TRY(const auto proxies, http::TrustedProxies::parse(options.trustedProxies));
    p.metrics = std::make_unique<http::Metrics>(p.router);
    const int ioThreads = serverOptions.ioThreads > 0 ? serverOptions.ioThreads
                                                      : std::max(1, QThread::idealThreadCount());
    serverOptions.ioThreads = ioThreads;
    p.pipeline = std::make_unique<http::Pipeline>(
        p.router, *p.database, *p.authenticator, p.workPool, p.waits, p.clock, p.random, *p.metrics,
        http::PipelineOptions{options.corsOrigins, ioThreads, !options.tlsCertificate.isEmpty(),
                              proxies, sealer.keyFor("body hashes")});
    p.server = std::make_unique<http::Server>(*p.pipeline, std::move(serverOptions));
    p.addGauges();
    QObject::connect(&p.sweeper, &QTimer::timeout, &p.sweeper, [&p] { p.sweep(); });
    return std::unique_ptr<Backend>(new Backend(std::move(parts)));
}

Result<QList<QUrl>> Backend::start()
{
    TP_TRY(const QList<QUrl> urls, m_parts->server->start());
    m_parts->watch->start();
    m_parts->sagas->start();
    m_parts->relay->start();
    m_parts->identity->start();
    m_parts->outside->start();
    m_parts->sweep();
    m_parts->sweeper.start(SweepEveryMs);
    return urls;
}

void Backend::stop(std::function<void()> done)
{
    m_parts->watch->setStopping();
    m_parts->watch->stop();
    m_parts->identity->stop();
    m_parts->outside->stop();
    m_parts->sweeper.stop();
    m_parts->waits.close();
    m_parts->server->stop([this, done = std::move(done)] {
        m_parts->sagas->stop();
        m_parts->relay->stop();
        m_parts->workPool.close();
        if (m_parts->testGateway)
            m_parts->testGateway->close();
        m_parts->database->close();
        done();
    });
}

const std::string &Backend::setupCode() const
{
    return m_parts->identity->setupCode();
}

} // namespace tp::daemon

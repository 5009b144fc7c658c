// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop.h"

#include "app/appearancememory.h"
#include "app/demostaff.h"

#include <QDesktopServices>
#include <QDir>
#include <QSysInfo>

namespace tp::app {

using namespace Qt::StringLiterals;
using ui::ConnectionPresenter;

namespace {

/// What lists of sessions call this computer.
QString deviceName()
{
    return u"Tradepost, %1"_s.arg(QSysInfo::machineHostName());
}

} // namespace

Desktop::Desktop(QApplication &application, const Options &options, const Clock &clock)
    : m_options(options)
    , m_place(shopPlace(options))
    , m_settings(QDir(m_place.dataFolder).filePath(u"desktop.ini"_s), QSettings::IniFormat)
    , m_language(application, options.locale)
    , m_theme(application)
    , m_desk(m_settings, m_place.name)
    , m_catalogue(m_http)
    , m_saleRules(m_http, m_place.saleRules)
    , m_probe(m_http)
    , m_secrets(u"Tradepost"_s)
    , m_lock(m_place.lock)
    , m_tillClient(m_http, m_secrets, m_place.name, session::SecretFile(m_place.secret))
    , m_outbox(m_place.outbox, m_http, clock, m_random)
    , m_elsewhere(m_random, &QDesktopServices::openUrl)
    , m_sessionClient({m_http, m_tokens, sessionSecrets(), m_tillClient, m_elsewhere}, m_place.name,
                      deviceName())
    , m_backend(m_place.command, clock, m_random)
    , m_connection(isBundled() ? ConnectionPresenter::Backend::Bundled
                               : ConnectionPresenter::Backend::Elsewhere,
                   options.isDemo, options.server.toDisplayString())
    , m_sell(m_catalogue, m_connection, ui::ShopText(m_language.locale()))
    , m_session(m_sessionClient, m_desk, clock)
    , m_till(m_tillClient, m_session,
             options.isDemo ? ui::TillPresenter::Shop::Demo : ui::TillPresenter::Shop::Real)
    , m_keeping(m_session, m_till, m_desk)
    , m_waiting(m_outbox)
    , m_cart({m_saleRules, m_session, m_connection, clock}, ui::ShopText(m_language.locale()))
    , m_pay({m_cart, m_outbox, m_session, clock}, ui::ShopText(m_language.locale()))
    , m_signIn({m_sessionClient, m_tillClient, m_desk, m_connection, m_session, m_till, clock},
               options.isDemo ? demoStaff() : QList<ui::DemoPerson>())
    , m_window(
          m_theme,
          {m_sell, m_cart, m_pay, m_connection, m_session, m_till, m_keeping, m_waiting, m_signIn},
          clock)
    , m_painted(m_window)
{
    m_http.setTokens(&m_tokens);
    rememberAppearance(m_theme, m_settings, options.appearance);
    connectServer();
    connectSession();
    connectOutbox();
    if (isBundled()) {
        connectBackend();
        connect(&m_painted, &FirstPaint::mayGoOn, &m_backend,
                &backendprocess::BackendProcess::start);
    } else {
        connect(&m_painted, &FirstPaint::mayGoOn, this, &Desktop::startElsewhere);
    }
    connect(&m_sell, &ui::SellPresenter::stateChanged, this, &Desktop::tellLooks);
    connect(&m_session, &ui::SessionPresenter::stateChanged, this, &Desktop::tellLooks);
    connect(&m_signIn, &ui::SignInPresenter::stateChanged, this, &Desktop::tellLooks);
}

/// The keychain's, unless another window on this shop was first.
session::SecretStore &Desktop::sessionSecrets()
{
    m_lock.setStaleLockTime(0);
    const bool isFirst = QDir().mkpath(m_place.dataFolder) && m_lock.tryLock();
    const bool isTaken = !isFirst && m_lock.error() == QLockFile::LockFailedError;
    return isTaken ? static_cast<session::SecretStore &>(m_noSecrets) : m_secrets;
}

void Desktop::show()
{
    m_window.show();
}

void Desktop::connectServer()
{
    using api::HealthProbe;
    connect(&m_http, &api::HttpClient::noAnswer, &m_probe, &HealthProbe::checkNow);
    connect(&m_probe, &HealthProbe::lost, &m_connection, &ConnectionPresenter::serverLost);
    connect(&m_probe, &HealthProbe::back, &m_connection, &ConnectionPresenter::serverBack);
    connect(&m_connection, &ConnectionPresenter::retryRequested, &m_probe, &HealthProbe::checkNow);
    connect(&m_sell, &ui::SellPresenter::connectionRetryRequested, &m_connection,
            &ConnectionPresenter::retryNow);
    connect(&m_signIn, &ui::SignInPresenter::connectionRetryRequested, &m_connection,
            &ConnectionPresenter::retryNow);
}

void Desktop::connectSession()
{
    connect(&m_sessionClient, &session::SessionClient::ended, &m_session,
            &ui::SessionPresenter::end);
    connect(&m_sessionClient, &session::SessionClient::keptChanged, &m_session,
            &ui::SessionPresenter::setKeptIn);
}

void Desktop::connectOutbox()
{
    using outbox::SaleOutbox;
    using session::TillClient;
    connect(&m_tillClient, &TillClient::claimed, &m_outbox, &SaleOutbox::takeNewTill);
    connect(&m_tillClient, &TillClient::loaded, &m_outbox, &SaleOutbox::takeKnownTill);
    connect(&m_tillClient, &TillClient::forgotten, &m_outbox, &SaleOutbox::forgetTill);
    connect(&m_probe, &api::HealthProbe::back, &m_outbox, &SaleOutbox::serverIsBack);
    connect(&m_outbox, &SaleOutbox::numbersLost, this, [this] {
        m_areNumbersLost = true;
        claimAgain();
    });
    connect(&m_session, &ui::SessionPresenter::stateChanged, this, &Desktop::claimAgain);
}

/// Claiming the same register opens its next series, so that no number is given twice; as soon as
/// somebody is signed in who may.
void Desktop::claimAgain()
{
    if (!m_areNumbersLost || !m_session.state().may(Permission::RegistersManage))
        return;
    m_areNumbersLost = false;
    m_tillClient.claim(m_tillClient.registerId(), this,
                       [this](const auto &till) { m_areNumbersLost = !till; });
}

void Desktop::connectBackend()
{
    using backendprocess::BackendProcess;
    connect(&m_backend, &BackendProcess::starting, &m_connection,
            &ConnectionPresenter::backendStarting);
    connect(&m_backend, &BackendProcess::ready, this,
            [this](const QUrl &url, const QString &setUpCode) {
                m_http.setServer(url); // First: the presenters ask it at once.
                m_probe.start();
                m_signIn.takeSetUpCode(setUpCode);
                m_connection.backendReady();
            });
    connect(&m_backend, &BackendProcess::failed, this, [this](const ui::BackendFailure &failure) {
        m_probe.stop();
        m_connection.backendFailed(failure);
        m_http.setServer({});
    });
    connect(&m_connection, &ConnectionPresenter::retryRequested, &m_backend,
            &BackendProcess::start);
}

void Desktop::startElsewhere()
{
    m_http.setServer(m_options.server);
    m_probe.start();
}

void Desktop::tellLooks()
{
    using SellPhase = ui::SellState::Phase;
    using Mode = ui::SignInState::Mode;
    const ui::SellState &sell = m_sell.state();
    const ui::SignInState &signIn = m_signIn.state();
    if (m_session.state().isSignedIn()) {
        const bool isShop = sell.phase == SellPhase::Ready || sell.phase == SellPhase::EmptyShop;
        emit looksWhole(isShop && !sell.isLoadingMore && !sell.isStale);
    } else {
        const bool hasTiles = signIn.mode != Mode::Staff || !signIn.staff.isEmpty();
        emit looksWhole(signIn.mode != Mode::Waiting && hasTiles && !signIn.isBusy);
    }
}

} // namespace tp::app

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/api/catalogueclient.h"
#include "app/api/healthprobe.h"
#include "app/api/httpclient.h"
#include "app/api/salerulesclient.h"
#include "app/backendprocess/backendprocess.h"
#include "app/desk.h"
#include "app/firstpaint.h"
#include "app/language.h"
#include "app/options.h"
#include "app/outbox/saleoutbox.h"
#include "app/session/issuersignin.h"
#include "app/session/keychainstore.h"
#include "app/session/nosecrets.h"
#include "app/session/sessionclient.h"
#include "app/session/sessiontokens.h"
#include "app/session/tillclient.h"
#include "app/shopplace.h"
#include "app/systemrandom.h"
#include "ui/presentation/cartpresenter.h"
#include "ui/presentation/connectionpresenter.h"
#include "ui/presentation/keepingpresenter.h"
#include "ui/presentation/paypresenter.h"
#include "ui/presentation/sellpresenter.h"
#include "ui/presentation/sessionpresenter.h"
#include "ui/presentation/signinpresenter.h"
#include "ui/presentation/tillpresenter.h"
#include "ui/presentation/waitingpresenter.h"
#include "ui/screens/mainwindow.h"
#include "ui/theme/theme.h"

#include <QLockFile>
#include <QSettings>

namespace tp::app {

/// The desktop program, put together: the one place that constructs. Members stand in the order in
/// which they need each other. The window is painted before the backend is started: what one sees
/// first must not wait for it.
class Desktop final : public QObject
{
    Q_OBJECT

public:
    /// Application and clock must outlive it.
    Desktop(QApplication &application, const Options &options, const Clock &clock);

    ui::MainWindow &window() { return m_window; }

    void show();

signals:
    /// Whether the window now shows a whole page: the shop, or the one to sign in.
    void looksWhole(bool isWhole);

private:
    session::SecretStore &sessionSecrets();
    bool isBundled() const { return m_options.server.isEmpty(); }
    void connectServer();
    void connectSession();
    void connectOutbox();
    void claimAgain();
    void connectBackend();
    void startElsewhere();
    void tellLooks();

    Options m_options;
    ShopPlace m_place;
    QSettings m_settings;
    Language m_language;
    ui::Theme m_theme;
    SystemRandom m_random;
    Desk m_desk;

    session::SessionTokens m_tokens;
    api::HttpClient m_http;
    api::CatalogueClient m_catalogue;
    api::SaleRulesClient m_saleRules;
    api::HealthProbe m_probe;
    session::KeychainStore m_secrets;
    session::NoSecrets m_noSecrets;
    QLockFile m_lock;
    session::TillClient m_tillClient;
    outbox::SaleOutbox m_outbox;
    session::IssuerSignIn m_elsewhere;
    session::SessionClient m_sessionClient;
    backendprocess::BackendProcess m_backend;

    ui::ConnectionPresenter m_connection;
    ui::SellPresenter m_sell;
    ui::SessionPresenter m_session;
    ui::TillPresenter m_till;
    ui::KeepingPresenter m_keeping;
    ui::WaitingPresenter m_waiting;
    ui::CartPresenter m_cart;
    ui::PayPresenter m_pay;
    ui::SignInPresenter m_signIn;
    ui::MainWindow m_window;
    FirstPaint m_painted;
    bool m_areNumbersLost = false; ///< Those that this till has given.
};

} // namespace tp::app

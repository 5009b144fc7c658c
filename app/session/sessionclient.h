// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/session/keptsession.h"
#include "app/session/sessiontokens.h"
#include "backend/contract/session.h"
#include "ui/presentation/keptin.h"
#include "ui/presentation/sessionport.h"

#include <QObject>

namespace tp::api {
class HttpClient;
}

namespace tp::session {

class IssuerSignIn;
class SecretStore;
class TillClient;
struct IssuerTokens;

/// Signs in at the shop's backend over HTTP and keeps the sign-in in the keychain. Whoever was
/// signed in before is signed out there only once the new session stands, so that a wrong
/// password behind the lock costs nothing.
class SessionClient final : public QObject, public ui::SessionPort
{
    Q_OBJECT

public:
    /// What it works with; all of them must outlive it.
    struct Neighbours
    {
        api::HttpClient &http;
        SessionTokens &tokens;
        SecretStore &secrets;
        const TillClient &till;
        IssuerSignIn &elsewhere;
    };

    /// `shop` names this shop among those that this computer has signed in to; `device` is what
    /// lists of sessions call this computer.
    SessionClient(const Neighbours &neighbours, const QString &shop, const QString &device,
                  QObject *parent = nullptr);

    void resume(QObject *context, Reply reply) override;
    void signIn(const ui::PasswordSignIn &who, QObject *context, Reply reply) override;
    void signInWithPin(UserId who, const QString &pin, QObject *context, Reply reply) override;
    void setUp(const ui::ShopSetUp &shop, QObject *context, Reply reply) override;
    void signInElsewhere(const ui::IssuerOffer &issuer, QObject *context, Reply reply) override;
    void openBrowserAgain() override;
    void cancelSignInElsewhere() override;
    void enrol(QObject *context, SecretReply reply) override;
    void confirmEnrolment(const QString &code, QObject *context, CodesReply reply) override;
    void askAnew(QObject *context, Reply reply) override;
    void loadIssuers(QObject *context, IssuersReply reply) override;
    void signOut() override;

signals:
    /// The server has ended the sign-in.
    void ended();
    void keptChanged(tp::ui::KeptIn place);

private:
    /// A sign-in that stands, and how it is renewed.
    struct SignedIn
    {
        Tokens tokens;
        Renewal renewal;
        std::optional<KeptIssuer> issuer;
    };

    void takeSession(const Result<contract::Session> &session, QObject *context, Reply reply);
    void takeIssuerTokens(const IssuerTokens &given, QObject *context, Reply reply);
    void identify(const SignedIn &fresh, QObject *context, Reply reply);
    void askPermissions(const SignedIn &fresh, const contract::Profile &profile, QObject *context,
                        Reply reply);
    void takeOver(const SignedIn &fresh);
    void takeKept(const KeptSession &kept, QObject *context, Reply reply);
    void retire();
    void keep();
    Renewal renewalOf(const std::optional<KeptIssuer> &issuer);

    Neighbours m_near;
    QString m_secretName;
    QString m_device;
    std::optional<KeptIssuer> m_issuer; ///< Of whoever is signed in.
};

} // namespace tp::session

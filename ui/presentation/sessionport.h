// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"
#include "ui/presentation/person.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

class QObject;

namespace tp::ui {

struct PasswordSignIn
{
    QString email;
    QString password;
    QString code; ///< Of the second factor; empty: not asked for yet.
};

/// A fresh shop as its first admin names it, and that admin.
struct ShopSetUp
{
    QString code; ///< As the server gave it.
    QString shopName;
    QString currency; ///< ISO 4217.
    QString ownerName;
    QString email;
    QString password;
};

/// Where one may sign in besides the shop itself (OpenID Connect).
struct IssuerOffer
{
    QString issuer;
    QString clientId;
    QString audience;
    QString name; ///< For a button.

    friend bool operator==(const IssuerOffer &, const IssuerOffer &) = default;
};

/// Signs people in; app/session implements it and keeps the tokens, which nobody here sees.
/// Callbacks come on the caller's thread, never before the call has returned, once each, and not
/// at all when `context` has died.
class SessionPort
{
public:
    using Reply = std::function<void(const Result<SignedInUser> &)>;
    using SecretReply = std::function<void(const Result<QString> &)>;
    using CodesReply = std::function<void(const Result<QStringList> &)>;
    using IssuersReply = std::function<void(const Result<QList<IssuerOffer>> &)>;

    virtual ~SessionPort() = default;

    /// Goes on with the sign-in that an earlier run kept; NotFound: there is none.
    virtual void resume(QObject *context, Reply reply) = 0;

    /// The next four end whoever's session there was, once the new one stands.
    virtual void signIn(const PasswordSignIn &who, QObject *context, Reply reply) = 0;
    virtual void signInWithPin(UserId who, const QString &pin, QObject *context, Reply reply) = 0;
    virtual void setUp(const ShopSetUp &shop, QObject *context, Reply reply) = 0;

    /// Opens the browser and waits, some minutes at most, until it comes back.
    virtual void signInElsewhere(const IssuerOffer &issuer, QObject *context, Reply reply) = 0;
    virtual void openBrowserAgain() = 0;
    virtual void cancelSignInElsewhere() = 0; ///< The reply then never comes.

    /// Begins a second factor for whoever is signed in; the secret in base32 (RFC 4648).
    virtual void enrol(QObject *context, SecretReply reply) = 0;

    /// Ends it with a code that the secret gives (RFC 6238): recovery codes, shown this once.
    virtual void confirmEnrolment(const QString &code, QObject *context, CodesReply reply) = 0;

    /// What whoever is signed in may do has changed.
    virtual void askAnew(QObject *context, Reply reply) = 0;

    virtual void loadIssuers(QObject *context, IssuersReply reply) = 0;

    /// Here at once; the server is told if it can be reached.
    virtual void signOut() = 0;
};

} // namespace tp::ui

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/laterreplies.h"
#include "tests/support/notedsecrets.h"
#include "ui/presentation/sessionport.h"

namespace tp::test {

/// Somebody with a role and some permissions; the same number gives the same id.
inline ui::SignedInUser somebody(const QString &name, Role role,
                                 std::initializer_list<Permission> permissions, int number = 1)
{
    ui::SignedInUser user;
    user.id = UserId(*Uuid::parse(
        QStringLiteral("01900000-0000-7000-8000-0009%1").arg(number, 8, 16, QLatin1Char('0'))));
    user.name = name;
    user.email = name.section(u' ', 0, 0).toLower() + QStringLiteral("@shop.example");
    user.roles.set(std::size_t(role));
    for (const Permission permission : permissions)
        user.permissions.set(std::size_t(permission));
    return user;
}

inline ui::SignedInUser maya()
{
    return somebody(QStringLiteral("Maya Lindqvist"), Role::Cashier, {Permission::OrdersCreate}, 1);
}

inline ui::SignedInUser boss()
{
    return somebody(QStringLiteral("Noor Haddad"), Role::Manager,
                    {Permission::OrdersCreate, Permission::RegistersManage}, 2);
}

/// Lets in whoever comes, unless a test has put other answers first.
class FakeSession final : public ui::SessionPort
{
public:
    LaterReplies replies;
    Result<ui::SignedInUser> kept = Error{ErrorCode::NotFound, {}, {}};
    QList<Result<ui::SignedInUser>> answers; ///< Taken from the front; then `user`.
    ui::SignedInUser user = maya();
    Result<QList<ui::IssuerOffer>> issuers = QList<ui::IssuerOffer>();

    Result<QString> totpSecret = QStringLiteral("JBSWY3DPEHPK3PXP");
    Result<QStringList> recoveryCodes =
        QStringList{QStringLiteral("ABCD-EFGH"), QStringLiteral("JKLM-NPQR")};

    QStringList codes; ///< That were tried.
    int enrolments = 0;
    QList<ui::PasswordSignIn> passwords;
    QList<std::pair<UserId, QString>> pins;
    QList<ui::ShopSetUp> setUps;
    QStringList elsewhere; ///< Issuers.
    int browserOpens = 0;
    int cancels = 0;
    int signOuts = 0;
    int issuerLoads = 0;

    void resume(QObject *context, Reply reply) override
    {
        replies.say(context, [this, reply = std::move(reply)] { reply(kept); });
    }
    void signIn(const ui::PasswordSignIn &who, QObject *context, Reply reply) override
    {
        noteSecret(who.password);
        noteSecret(who.code);
        passwords.append(who);
        answer(context, std::move(reply));
    }
    void signInWithPin(UserId who, const QString &pin, QObject *context, Reply reply) override
    {
        noteSecret(pin);
        pins.append({who, pin});
        answer(context, std::move(reply));
    }
    void setUp(const ui::ShopSetUp &shop, QObject *context, Reply reply) override
    {
        noteSecret(shop.password);
        noteSecret(shop.code);
        setUps.append(shop);
        answer(context, std::move(reply));
    }
    void signInElsewhere(const ui::IssuerOffer &issuer, QObject *context, Reply reply) override
    {
        elsewhere.append(issuer.issuer);
        ++browserOpens;
        answer(context, std::move(reply));
    }
    void openBrowserAgain() override { ++browserOpens; }
    void cancelSignInElsewhere() override { ++cancels; }
    void enrol(QObject *context, SecretReply reply) override
    {
        ++enrolments;
        if (totpSecret)
            noteSecret(*totpSecret);
        replies.say(context, [this, reply = std::move(reply)] { reply(totpSecret); });
    }
    void confirmEnrolment(const QString &code, QObject *context, CodesReply reply) override
    {
        codes.append(code);
        noteSecret(code);
        for (const QString &one : recoveryCodes ? *recoveryCodes : QStringList())
            noteSecret(one);
        replies.say(context, [this, reply = std::move(reply)] { reply(recoveryCodes); });
    }
    void askAnew(QObject *context, Reply reply) override { answer(context, std::move(reply)); }
    void loadIssuers(QObject *context, IssuersReply reply) override
    {
        ++issuerLoads;
        replies.say(context, [this, reply = std::move(reply)] { reply(issuers); });
    }
    void signOut() override { ++signOuts; }

private:
    void answer(QObject *context, Reply reply)
    {
        const Result<ui::SignedInUser> next =
            answers.isEmpty() ? Result<ui::SignedInUser>(user) : answers.takeFirst();
        replies.say(context, [next, reply = std::move(reply)] { reply(next); });
    }
};

} // namespace tp::test

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/session/sessionclient.h"

#include "app/session/issuersignin.h"
#include "app/session/people.h"
#include "app/session/requests.h"
#include "app/session/secretstore.h"
#include "app/session/tillclient.h"
#include "backend/contract/signin.h"

#include <QPointer>

namespace tp::session {

using namespace Qt::StringLiterals;

namespace {

Tokens tokensOf(const contract::Session &session)
{
    return {session.accessToken.toLatin1(), session.refreshToken.value_or(QString()),
            session.expiresIn};
}

} // namespace

SessionClient::SessionClient(const Neighbours &neighbours, const QString &shop,
                             const QString &device, QObject *parent)
    : QObject(parent)
    , m_near(neighbours)
    , m_secretName(u"sign-in at "_s + shop)
    , m_device(device.left(100))
{
    connect(&m_near.tokens, &SessionTokens::renewed, this, &SessionClient::keep);
    connect(&m_near.tokens, &SessionTokens::ended, this, [this] {
        m_near.secrets.remove(m_secretName);
        emit ended();
    });
}

void SessionClient::signIn(const ui::PasswordSignIn &who, QObject *context, Reply reply)
{
    contract::Login login{who.email, who.password, {}, m_device};
    if (!who.code.isEmpty())
        login.totp = who.code;
    m_near.http.post(asNobody(u"/api/auth/login"_s), bodyOf(login), context,
                     [this, context, reply = std::move(reply)](const auto &answer) {
                         takeSession(api::readAs<contract::Session>(answer), context, reply);
                     });
}

void SessionClient::signInWithPin(UserId who, const QString &pin, QObject *context, Reply reply)
{
    api::HttpQuestion question = asNobody(u"/api/auth/pin"_s);
    question.headers = m_near.till.credentials();
    const contract::PinSignIn body{m_near.till.registerId(), who, pin};
    m_near.http.post(question, bodyOf(body), context,
                     [this, context, reply = std::move(reply)](const auto &answer) {
                         takeSession(api::readAs<contract::Session>(answer), context, reply);
                     });
}

void SessionClient::setUp(const ui::ShopSetUp &shop, QObject *context, Reply reply)
{
    contract::Setup setup;
    setup.code = shop.code;
    setup.email = shop.email;
    setup.password = shop.password;
    setup.fullName = shop.ownerName;
    setup.shop = contract::NewShop{shop.shopName, shop.currency, {}, {}};
    setup.device = m_device;
    m_near.http.post(asNobody(u"/api/setup"_s), bodyOf(setup), context,
                     [this, context, reply = std::move(reply)](const auto &answer) {
                         takeSession(api::readAs<contract::Session>(answer), context, reply);
                     });
}

void SessionClient::signInElsewhere(const ui::IssuerOffer &issuer, QObject *context, Reply reply)
{
    m_near.elsewhere.start(
        issuer, context,
        [this, context, reply = std::move(reply)](const Result<IssuerTokens> &given) {
            if (given)
                takeIssuerTokens(given.value(), context, reply);
            else
                reply(given.error());
        });
}

void SessionClient::openBrowserAgain()
{
    m_near.elsewhere.openAgain();
}

void SessionClient::cancelSignInElsewhere()
{
    m_near.elsewhere.cancel();
}

void SessionClient::takeSession(const Result<contract::Session> &session, QObject *context,
                                Reply reply)
{
    if (!session) {
        reply(session.error());
        return;
    }
    if (!session->user) {
        reply(Error{ErrorCode::Internal, u"a session of nobody"_s, {}});
        return;
    }
    const SignedIn fresh{tokensOf(*session), renewalOf({}), {}};
    if (session->totpEnrolmentRequired) {
        takeOver(fresh);
        ui::SignedInUser user = toSignedInUser(*session->user, {});
        user.mustEnrol = true;
        reply(user);
        return;
    }
    askPermissions(fresh, *session->user, context, std::move(reply));
}

void SessionClient::takeIssuerTokens(const IssuerTokens &given, QObject *context, Reply reply)
{
    identify({given.tokens, renewalOf(given.issuer), given.issuer}, context, std::move(reply));
}

void SessionClient::identify(const SignedIn &fresh, QObject *context, Reply reply)
{
    m_near.http.get(withToken(u"/api/auth/profile"_s, fresh.tokens.access), context,
                    [this, fresh, context, reply = std::move(reply)](const auto &answer) {
                        const auto profile = api::readAs<contract::Profile>(answer);
                        if (profile)
                            askPermissions(fresh, profile.value(), context, reply);
                        else
                            reply(profile.error());
                    });
}

void SessionClient::askPermissions(const SignedIn &fresh, const contract::Profile &profile,
                                   QObject *context, Reply reply)
{
    m_near.http.get(withToken(u"/api/auth/validate"_s, fresh.tokens.access), context,
                    [this, fresh, profile, reply = std::move(reply)](const auto &answer) {
                        const auto valid = api::readAs<contract::ValidToken>(answer);
                        if (!valid) {
                            reply(valid.error());
                            return;
                        }
                        takeOver(fresh);
                        reply(toSignedInUser(profile, valid->permissions));
                    });
}

void SessionClient::takeOver(const SignedIn &fresh)
{
    if (m_near.tokens.token() == fresh.tokens.access)
        return; // The renewal that gave it has kept it.
    retire();
    m_near.tokens.begin(fresh.tokens, fresh.renewal);
    m_issuer = fresh.issuer;
    keep();
}

/// Tells the backend that the session in use is over; nobody waits for what it says.
void SessionClient::retire()
{
    const QByteArray token = m_near.tokens.token();
    if (token.isEmpty() || m_issuer)
        return; // An issuer's session is the issuer's.
    m_near.http.post(withToken(u"/api/auth/logout"_s, token), {}, this, [](const auto &) {});
}

void SessionClient::signOut()
{
    retire();
    m_near.tokens.end();
    m_issuer.reset();
    m_near.secrets.remove(m_secretName);
}

void SessionClient::keep()
{
    const QString refresh = m_near.tokens.refreshToken();
    if (refresh.isEmpty()) {
        m_near.secrets.remove(m_secretName); // It was of whoever was here before.
        return;
    }
    m_near.secrets.write(m_secretName, KeptSession{refresh, m_issuer}.toBytes(), this,
                         [this](const Result<void> &kept) {
                             if (kept)
                                 emit keptChanged(ui::KeptIn::Keychain);
                             else if (kept.error().code == ErrorCode::Unavailable)
                                 emit keptChanged(ui::KeptIn::Nowhere);
                         });
}

void SessionClient::resume(QObject *context, Reply reply)
{
    m_near.secrets.read(m_secretName, context,
                        [this, context, reply = std::move(reply)](const Result<QByteArray> &bytes) {
                            const auto kept = bytes ? KeptSession::fromBytes(bytes.value())
                                                    : std::optional<KeptSession>();
                            if (kept)
                                takeKept(*kept, context, reply);
                            else
                                reply(Error{ErrorCode::NotFound, u"nothing was kept"_s, {}});
                        });
}

void SessionClient::takeKept(const KeptSession &kept, QObject *context, Reply reply)
{
    m_issuer = kept.issuer;
    const Renewal renewal = renewalOf(kept.issuer);
    m_near.tokens.begin({{}, kept.refreshToken, 0}, renewal);
    m_near.tokens.renew(
        {}, context,
        [this, kept, renewal, context, reply = std::move(reply)](const Result<void> &renewed) {
            if (!renewed) {
                m_near.tokens.end(); // What is kept stays, for a better moment.
                reply(renewed.error());
                return;
            }
            identify({{m_near.tokens.token(), {}, 0}, renewal, kept.issuer}, context, reply);
        });
}

Renewal SessionClient::renewalOf(const std::optional<KeptIssuer> &issuer)
{
    if (issuer) {
        return [this, issuer](const QString &refresh, QObject *context, auto reply) {
            m_near.elsewhere.renew(*issuer, refresh, context, std::move(reply));
        };
    }
    return [this](const QString &refresh, QObject *context, auto reply) {
        m_near.http.post(asNobody(u"/api/auth/refresh"_s), bodyOf(contract::Refresh{refresh}),
                         context, [reply = std::move(reply)](const auto &answer) {
                             const auto session = api::readAs<contract::Session>(answer);
                             if (session)
                                 reply(tokensOf(session.value()));
                             else
                                 reply(session.error());
                         });
    };
}

void SessionClient::enrol(QObject *context, SecretReply reply)
{
    m_near.http.post({u"/api/auth/totp"_s, {}}, {}, context,
                     [reply = std::move(reply)](const auto &answer) {
                         const auto enrolment = api::readAs<contract::TotpEnrolment>(answer);
                         if (enrolment)
                             reply(enrolment->secret);
                         else
                             reply(enrolment.error());
                     });
}

void SessionClient::confirmEnrolment(const QString &code, QObject *context, CodesReply reply)
{
    m_near.http.post({u"/api/auth/totp/confirm"_s, {}}, bodyOf(contract::TotpCode{code}), context,
                     [reply = std::move(reply)](const auto &answer) {
                         const auto codes = api::readAs<contract::RecoveryCodes>(answer);
                         if (codes)
                             reply(codes->recoveryCodes);
                         else
                             reply(codes.error());
                     });
}

void SessionClient::askAnew(QObject *context, Reply reply)
{
    m_near.tokens.renew(
        m_near.tokens.token(), context,
        [this, context, reply = std::move(reply)](const Result<void> &renewed) {
            if (renewed)
                identify({{m_near.tokens.token(), {}, 0}, {}, m_issuer}, context, reply);
            else
                reply(renewed.error());
        });
}

void SessionClient::loadIssuers(QObject *context, IssuersReply reply)
{
    m_near.http.get(asNobody(u"/api/auth/issuers"_s), context,
                    [reply = std::move(reply)](const auto &answer) {
                        const auto issuers = api::readAs<contract::IdentityIssuers>(answer);
                        if (!issuers) {
                            reply(issuers.error());
                            return;
                        }
                        QList<ui::IssuerOffer> offers;
                        for (const contract::IdentityIssuer &one : issuers->items) {
                            if (!one.clientId.isEmpty()) // Else no client of ours is known there.
                                offers.append({one.issuer, one.clientId, one.audience, one.name});
                        }
                        reply(offers);
                    });
}

} // namespace tp::session

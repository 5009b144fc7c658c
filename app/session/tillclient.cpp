// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/session/tillclient.h"

#include "app/session/people.h"
#include "app/session/requests.h"
#include "app/session/secretstore.h"
#include "backend/contract/page.h"

#include <QLoggingCategory>

namespace tp::session {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(tillLog, "tp.session", QtInfoMsg)

TillClient::TillClient(api::HttpClient &http, SecretStore &secrets, const QString &shop,
                       const SecretFile &file, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_secrets(secrets)
    , m_secretName(u"till of "_s + shop)
    , m_file(file)
{}

QList<std::pair<QByteArray, QByteArray>> TillClient::credentials() const
{
    if (!m_claim)
        return {};
    return {{"X-Till-Secret", m_claim->secret.toLatin1()}};
}

RegisterId TillClient::registerId() const
{
    return m_claim ? m_claim->registerId : RegisterId();
}

void TillClient::load(QObject *context, KnownReply reply)
{
    m_secrets.read(m_secretName, context,
                   [this, reply = std::move(reply)](const Result<QByteArray> &kept) {
                       if (kept) {
                           if (const auto till = take(kept.value(), ui::KeptIn::Keychain)) {
                               reply(till);
                               return;
                           }
                       }
                       reply(take(m_file.read(), ui::KeptIn::File));
                   });
}

std::optional<ui::TillIdentity> TillClient::take(const std::optional<QByteArray> &kept,
                                                 ui::KeptIn place)
{
    if (!kept)
        return std::nullopt;
    const auto claim =
        contract::TillClaim::object().parse({kept->constData(), std::size_t(kept->size())});
    if (!claim) {
        qCWarning(tillLog) << "what was kept of the till cannot be read";
        return std::nullopt;
    }
    m_claim = claim.value();
    emit loaded(*m_claim);
    return identity(place);
}

void TillClient::loadRegisters(QObject *context, RegistersReply reply)
{
    api::HttpQuestion question{u"/api/registers"_s, QUrlQuery(u"limit=200"_s)};
    m_http.get(question, context, [reply = std::move(reply)](const auto &answer) {
        const auto page = api::readAs<contract::Page<contract::Register>>(answer);
        if (!page) {
            reply(page.error());
            return;
        }
        QList<ui::ShopRegister> registers;
        for (const contract::Register &one : page->items)
            registers.append({one.id, one.code, one.claimed});
        reply(registers);
    });
}

void TillClient::claim(RegisterId place, QObject *context, ClaimReply reply)
{
    const api::HttpQuestion question{u"/api/registers/%1/claim"_s.arg(place.toQString()), {}};
    m_http.post(question, {}, context,
                [this, context, reply = std::move(reply)](const auto &answer) {
                    const auto claim = api::readAs<contract::TillClaim>(answer);
                    if (claim)
                        keep(claim.value(), context, reply);
                    else
                        reply(claim.error());
                });
}

void TillClient::keep(const contract::TillClaim &claim, QObject *context, ClaimReply reply)
{
    m_claim = claim;
    emit claimed(claim);
    const auto bytes = QByteArray::fromStdString(contract::TillClaim::object().toJson(claim));
    m_secrets.write(m_secretName, bytes, context,
                    [this, bytes, reply = std::move(reply)](const Result<void> &kept) {
                        if (kept) {
                            m_file.remove(); // Of an earlier claim: it is void.
                            reply(identity(ui::KeptIn::Keychain));
                            return;
                        }
                        const bool isInFile = m_file.write(bytes);
                        if (!isInFile)
                            qCWarning(tillLog) << "the till's secret cannot be kept";
                        reply(identity(isInFile ? ui::KeptIn::File : ui::KeptIn::Nowhere));
                    });
}

void TillClient::loadStaff(QObject *context, StaffReply reply)
{
    api::HttpQuestion question =
        asNobody(u"/api/registers/%1/staff"_s.arg(registerId().toQString()));
    question.headers = credentials();
    m_http.get(question, context, [reply = std::move(reply)](const auto &answer) {
        const auto page = api::readAs<contract::Page<contract::StaffTile>>(answer);
        if (!page) {
            reply(page.error());
            return;
        }
        QList<ui::StaffMember> staff;
        for (const contract::StaffTile &tile : page->items) {
            staff.append(
                {tile.id, tile.fullName, roleSetOf(tile.roles), tile.hasPin, tile.pinLocked});
        }
        reply(staff);
    });
}

void TillClient::forget()
{
    m_claim.reset();
    m_secrets.remove(m_secretName);
    m_file.remove();
    emit forgotten();
}

ui::TillIdentity TillClient::identity(ui::KeptIn place) const
{
    return {m_claim->registerId, m_claim->code, place};
}

} // namespace tp::session

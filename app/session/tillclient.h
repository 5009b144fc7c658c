// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/session/secretfile.h"
#include "backend/contract/register.h"
#include "ui/presentation/tillport.h"

#include <QObject>

#include <optional>
#include <utility>

namespace tp::api {
class HttpClient;
}

namespace tp::session {

class SecretStore;

/// This computer as a till: claims a register over HTTP, and keeps the secret that it gets once in
/// the keychain, else in a file of its own, for without it nobody could sign in with a PIN.
class TillClient final : public QObject, public ui::TillPort
{
    Q_OBJECT

public:
    /// Client and store must outlive it; `shop` names this shop among those of this computer.
    TillClient(api::HttpClient &http, SecretStore &secrets, const QString &shop,
               const SecretFile &file, QObject *parent = nullptr);

    /// The header by which the server knows this till; none: it is no till.
    QList<std::pair<QByteArray, QByteArray>> credentials() const;
    RegisterId registerId() const;

    void load(QObject *context, KnownReply reply) override;
    void loadRegisters(QObject *context, RegistersReply reply) override;
    void claim(RegisterId place, QObject *context, ClaimReply reply) override;
    void loadStaff(QObject *context, StaffReply reply) override;
    void forget() override;

signals:
    void claimed(const tp::contract::TillClaim &claim); ///< Now, by this run.
    void loaded(const tp::contract::TillClaim &claim);  ///< As an earlier run kept it.
    void forgotten();

private:
    std::optional<ui::TillIdentity> take(const std::optional<QByteArray> &kept, ui::KeptIn place);
    void keep(const contract::TillClaim &claim, QObject *context, ClaimReply reply);
    ui::TillIdentity identity(ui::KeptIn place) const;

    api::HttpClient &m_http;
    SecretStore &m_secrets;
    QString m_secretName;
    SecretFile m_file;
    std::optional<contract::TillClaim> m_claim;
};

} // namespace tp::session

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/session/secretstore.h"

#include <QObject>

namespace tp::session {

/// The keychain of the desktop (Secret Service or KWallet) through QtKeychain. Never falls back to
/// a plain file: whoever asks decides what else to do. After the first sign that nobody answers,
/// nobody is asked again in this run, because each question may take half a minute.
class KeychainStore final : public QObject, public SecretStore
{
    Q_OBJECT

public:
    /// A keyring may ask its owner for a password; longer than this the till does not wait.
    static constexpr int PatienceMs = 20'000;

    /// `service` is what the keychain's own window calls this program.
    explicit KeychainStore(const QString &service, int patienceMs = PatienceMs,
                           QObject *parent = nullptr);

    void read(const QString &name, QObject *context, ReadReply reply) override;
    void write(const QString &name, const QByteArray &secret, QObject *context,
               WriteReply reply) override;
    void remove(const QString &name) override;

private:
    struct Asked; ///< One job of QtKeychain, and who waits for it.

    void ask(const Asked &asked);
    Result<void> resultOf(const Asked &asked);

    QString m_service;
    int m_patienceMs;
    bool m_isMissing = false;
};

} // namespace tp::session

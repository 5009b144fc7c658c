// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/notedsecrets.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>

#include <mutex>

using namespace Qt::StringLiterals;

namespace tp::test {

void noteSecret(const QByteArray &secret)
{
    static std::mutex mutex; // Guards what stands below.
    static QSet<QByteArray> noted;
    static QFile file(qEnvironmentVariable("TP_TEST_SECRETS"));
    const std::lock_guard lock(mutex);
    if (file.fileName().isEmpty() || secret.isEmpty() || noted.contains(secret))
        return;
    // Programs run beside each other: whole lines, each in one go.
    const bool isOpen = file.isOpen() || file.open(QIODevice::Append | QIODevice::Unbuffered);
    if (!isOpen || file.write(secret + '\n') < 0)
        qFatal("cannot note a secret in %s", qPrintable(file.fileName()));
    noted.insert(secret);
}

void noteSecretsIn(const QByteArray &body)
{
    static const QString names = u"(?:password|pin|totp|code_verifier|access_token|"
                                 "refresh_token|id_token|secret)"_s;
    static const QRegularExpression member(uR"re("%1"\s*:\s*"([^"\\]+)")re"_s.arg(names));
    static const QRegularExpression field(uR"re((?:^|&)%1=([^&]+))re"_s.arg(names));
    const QString text = QString::fromUtf8(body);
    for (const QRegularExpression &pattern : {member, field}) {
        for (auto found = pattern.globalMatch(text); found.hasNext();)
            noteSecret(found.next().captured(1));
    }
}

} // namespace tp::test

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <string>

namespace tp::test {

/// Notes that a test uses this as a secret: what the programs print is searched for it once they
/// all have run (tests/leaks.py). The fakes note whatever crosses them, so that a test need not
/// think of it. Appends to the file that TP_TEST_SECRETS names; nothing where there is none. Any
/// thread.
void noteSecret(const QByteArray &secret);
inline void noteSecret(const QString &secret)
{
    noteSecret(secret.toUtf8());
}
inline void noteSecret(const std::string &secret)
{
    noteSecret(QByteArray::fromStdString(secret));
}

/// The same for each member of a JSON text, or field of a form, whose name says that it is one.
void noteSecretsIn(const QByteArray &body);

} // namespace tp::test

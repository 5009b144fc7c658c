// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/jsonwriter.h"
#include "backend/daemon/commands.h"
#include "backend/daemon/console.h"
#include "backend/daemon/exitcodes.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tp::daemon {

int versionCommand(const Configuration &configuration, const QStringList &)
{
    const QString version = QCoreApplication::applicationVersion();
    QString line = u"tradepostd %1 (Qt %2)"_s.arg(version, QString::fromLatin1(qVersion()));
    if (configuration.isOn(Option::Json)) {
        std::string out;
        contract::JsonWriter json(out);
        json.beginObject().key("name").string("tradepostd");
        json.key("version").string(version);
        json.key("qt").string(std::string_view(qVersion()));
        json.endObject();
        line = QString::fromStdString(out);
    }
    return say(line) ? ExitOk : ExitIoErr;
}

} // namespace tp::daemon

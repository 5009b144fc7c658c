// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/commandline.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("tradepostd"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TP_VERSION));
    return tp::daemon::runCommandLine(QCoreApplication::arguments().sliced(1),
                                      tp::daemon::Configuration::usualSources());
}

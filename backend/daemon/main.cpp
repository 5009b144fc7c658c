// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/commandline.h"

#include <QCoreApplication>

#include <fcntl.h>
#include <unistd.h>

namespace {

/// Whoever started us may have closed some of the three. The next file that is opened, or a
/// client's socket, would take its place and be given what is printed and logged.
void fillStandardFiles()
{
    int descriptor = 0;
    while (descriptor >= 0 && descriptor <= STDERR_FILENO)
        descriptor = ::open("/dev/null", O_RDWR);
    if (descriptor > STDERR_FILENO)
        ::close(descriptor);
}

} // namespace

int main(int argc, char **argv)
{
    fillStandardFiles();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("tradepostd"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TP_VERSION));
    return tp::daemon::runCommandLine(QCoreApplication::arguments().sliced(1),
                                      tp::daemon::Configuration::usualSources());
}

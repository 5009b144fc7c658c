// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/oidcissuer.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tp::daemon {

/// What `tradepostd serve` was asked for, read from flags, environment and file.
struct ServeOptions
{
    QStringList listen; ///< "127.0.0.1:8730" each; port 0: any.
    QString database;   ///< sqlite:FILE or postgresql://…; empty: the default place.
    QString currency;   ///< Of a fresh shop; empty: EUR.
    QString tlsCertificate;
    QString tlsKey;
    QStringList corsOrigins;
    QStringList trustedProxies;
    std::vector<auth::OidcIssuer> issuers; ///< Whose tokens are taken too.
    QString keyFile;
    QString images;    ///< Folder of product pictures; empty: beside the database.
    int ioThreads = 0; ///< 0: one for each core.
    bool withParent = false;
    bool noMigrate = false;
    bool demo = false; ///< Load the demo shop into an empty database.
    bool testGateway = false;
    QString testGatewayBooks; ///< Its file; empty: beside a SQLite database, else in dataFolder.
    QString dataFolder;       ///< Where files go that have no other place.
};

/// Serves until SIGTERM or SIGINT (or the end of standard input, with a parent), and returns the
/// exit code of sysexits.h. Prints one line of JSON on standard output when it is ready. Needs a
/// QCoreApplication and runs its event loop.
int runServe(const ServeOptions &options);

} // namespace tp::daemon

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/commands.h"
#include "backend/daemon/keyfile.h"
#include "backend/daemon/oidcsettings.h"
#include "backend/daemon/serve.h"
#include "backend/daemon/shopdatabase.h"
#include "backend/http/listenaddress.h"
#include "backend/http/trustedproxies.h"

using namespace Qt::StringLiterals;

namespace tp::daemon {

namespace {

Result<QStringList> listenOf(const Configuration &configuration)
{
    if (!configuration.isSet(Option::Listen))
        return QStringList{u"127.0.0.1:8730"_s};
    for (const QString &text : configuration.values(Option::Listen)) {
        const auto address = http::ListenAddress::parse(text);
        if (!address)
            return configuration.refused(Option::Listen, address.error().detail);
    }
    return configuration.values(Option::Listen);
}

/// Both or neither: with one alone somebody would believe to be encrypted.
Result<void> checkTls(const Configuration &configuration)
{
    const bool hasCertificate = configuration.isSet(Option::TlsCert);
    if (hasCertificate == configuration.isSet(Option::TlsKey))
        return {};
    const Option given = hasCertificate ? Option::TlsCert : Option::TlsKey;
    const Option missing = hasCertificate ? Option::TlsKey : Option::TlsCert;
    return configuration.refused(given, u"this needs %1 too"_s.arg(flagOf(missing)));
}

Result<ServeOptions> serveOptionsOf(const Configuration &configuration)
{
    ServeOptions options;
    TP_TRY(options.listen, listenOf(configuration));
    TP_CHECK(checkTls(configuration));
    TP_CHECK(currencyOf(configuration));
    TP_TRY(options.issuers, oidcIssuersOf(configuration));
    TP_TRY(const storage::DatabaseUrl url, databaseUrlOf(configuration));
    options.database =
        url.dialect == storage::Dialect::Sqlite ? u"sqlite:"_s + url.filePath : url.postgres;
    TP_CHECK(makeDataFolder(configuration));
    options.currency = configuration.value(Option::Currency);
    options.tlsCertificate = configuration.value(Option::TlsCert);
    options.tlsKey = configuration.value(Option::TlsKey);
    options.corsOrigins = configuration.values(Option::CorsOrigin);
    options.trustedProxies = configuration.values(Option::TrustedProxy);
    if (const auto proxies = http::TrustedProxies::parse(options.trustedProxies); !proxies)
        return configuration.refused(Option::TrustedProxy, proxies.error().detail);
    options.keyFile = keyFileOf(configuration, url);
    options.images = configuration.value(Option::Images);
    options.ioThreads = configuration.number(Option::IoThreads);
    options.withParent = configuration.isOn(Option::WithParent);
    options.noMigrate = configuration.isOn(Option::NoMigrate);
    options.demo = configuration.isOn(Option::Demo);
    options.testGateway = options.demo || configuration.isOn(Option::TestGateway);
    if (configuration.isSet(Option::TestGatewayBooks) && !options.testGateway) {
        return configuration.refused(Option::TestGatewayBooks,
                                     u"this needs %1 too"_s.arg(flagOf(Option::TestGateway)));
    }
    options.testGatewayBooks = configuration.value(Option::TestGatewayBooks);
    options.dataFolder = configuration.dataFolder();
    return options;
}

} // namespace

int serveCommand(const Configuration &configuration, const QStringList &)
{
    const auto options = serveOptionsOf(configuration);
    return options ? runServe(*options) : endWith(options.error());
}

} // namespace tp::daemon

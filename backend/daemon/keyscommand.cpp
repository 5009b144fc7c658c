// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/signingkeyservice.h"
#include "backend/daemon/commands.h"
#include "backend/daemon/console.h"
#include "backend/daemon/exitcodes.h"
#include "backend/daemon/keyfile.h"
#include "backend/daemon/shopdatabase.h"

using namespace Qt::StringLiterals;

namespace tp::daemon {
namespace {

Result<QString> rotateKeys(const Configuration &configuration)
{
    TP_TRY(const auto shop, ShopDatabase::open(configuration, ShopDatabase::IfMissing::Refuse));
    SystemRandom random;
    TP_TRY(const auto key, readKeyFile(keyFileOf(configuration, shop->database().url())));
    const auth::SigningKeyService keys(auth::Sealer(key), random);
    Result<std::string> kid = std::string();
    TP_CHECK(shop->database().writeHere([&](storage::UnitOfWork &work) {
        kid = keys.rotate(work);
        return kid ? storage::UnitOfWork::Keep::Yes : storage::UnitOfWork::Keep::No;
    }));
    TP_CHECK(kid);
    return u"tokens are signed with the new key %1 in a minute; nobody is signed out"_s.arg(
        QString::fromStdString(*kid));
}

} // namespace

int keysCommand(const Configuration &configuration, const QStringList &arguments)
{
    if (arguments.value(0) != u"rotate"_s)
        return endWith(
            {ErrorCode::BadRequest, u"say rotate (tradepostd keys --help says more)"_s, {}});
    const auto done = rotateKeys(configuration);
    if (!done)
        return endWith(done.error());
    return say(*done) ? ExitOk : ExitIoErr;
}

} // namespace tp::daemon

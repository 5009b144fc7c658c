// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0

// keepssales FILE RUN: a till without its server that sells one tea after another until it is
// killed, and says the number of each when it is kept. In run 1 it has just claimed its register.
#include "app/api/httpclient.h"
#include "app/outbox/saleoutbox.h"
#include "tests/desktop/soldsale.h"
#include "tests/support/fakeclock.h"
#include "tests/support/seededrandom.h"

#include <QCoreApplication>

#include <cstdio>

namespace {

void sellOn(tp::outbox::SaleOutbox &outbox)
{
    outbox.keep(tp::test::teaSale(), &outbox, [&outbox](const auto &kept) {
        std::printf("%s\n", qPrintable(kept ? kept->number : kept.error().detail));
        std::fflush(stdout);
        sellOn(outbox);
    });
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int run = arguments.value(2).toInt();
    const tp::test::FakeClock clock;
    tp::test::SeededRandom random{quint64(run)};
    tp::api::HttpClient http;
    tp::outbox::SaleOutbox outbox(arguments.value(1), http, clock, random);
    if (run == 1)
        outbox.takeNewTill(tp::test::tillClaim());
    else
        outbox.takeKnownTill(tp::test::tillClaim());
    sellOn(outbox);
    return QCoreApplication::exec();
}

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
/// bench_catalogue raw FILE: pages a second by the C API alone.
/// bench_catalogue lookups FILE: barcodes, searches and pages inside the backend.
/// FILE is the SQLite file of a shop. tests/bench/run makes one and sets the figures in relation.
#include "tests/bench/lookups.h"
#include "tests/bench/rawpages.h"
#include "tests/support/fakeclock.h"
#include "tests/support/seededrandom.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

int measure(const QString &file)
{
    const tp::test::FakeClock clock;
    tp::test::SeededRandom random(7);
    const auto url = tp::storage::DatabaseUrl::parse(u"sqlite:"_s + file);
    auto database = tp::storage::Database::open(url.value(), tp::storage::Database::Sharing::Beside,
                                                {}, clock, random);
    if (!database)
        return std::fprintf(stderr, "%s\n", qPrintable(database.error().detail)), 1;
    auto session = database.value()->openReadSession();
    const auto done = session ? tp::bench::measureLookups(*session.value(), random)
                              : tp::Result<void>(session.error());
    if (!done)
        std::fprintf(stderr, "%s\n", qPrintable(done.error().detail));
    return done ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() == 3 && words.at(1) == u"raw") {
        const qint64 rate = tp::bench::rawPagesPerSecond(words.at(2), 3);
        std::printf("raw_pages_per_second %lld\n", static_cast<long long>(rate));
        return rate > 0 ? 0 : 1;
    }
    if (words.size() == 3 && words.at(1) == u"lookups")
        return measure(words.at(2));
    std::fputs("bench_catalogue raw|lookups FILE\n", stderr);
    return 64;
}

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/lookups.h"

#include "backend/catalogue/productqueries.h"
#include "backend/catalogue/productsearchqueries.h"

#include <QElapsedTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace tp::bench {
namespace {

using storage::Snapshot;

constexpr int Rounds = 2'000;

/// Microseconds at a share of the sorted times: 500 is the median, 990 the p99.
qint64 at(QList<qint64> &times, int perMille)
{
    std::sort(times.begin(), times.end());
    return times.at(std::min<qsizetype>(times.size() - 1, times.size() * perMille / 1000)) / 1000;
}

void print(const char *what, QList<qint64> &times)
{
    std::printf("%s p50_us %lld p99_us %lld\n", what, static_cast<long long>(at(times, 500)),
                static_cast<long long>(at(times, 990)));
}

/// How long each call of `work` takes, in nanoseconds. The first hundred warm the cache.
Result<QList<qint64>> timesOf(storage::ReadSession &session,
                              const std::function<Result<void>(Snapshot &)> &work)
{
    QList<qint64> times;
    for (int i = 0; i < Rounds + 100; ++i) {
        QElapsedTimer timer;
        timer.start();
        Result<void> done;
        TP_CHECK(session.read([&](Snapshot &snapshot) { done = work(snapshot); }));
        TP_CHECK(done);
        if (i >= 100)
            times.append(timer.nsecsElapsed());
    }
    return times;
}

int below(Random &random, qsizetype limit)
{
    quint32 value = 0;
    random.fill({reinterpret_cast<quint8 *>(&value), sizeof value});
    return int(value % quint32(limit));
}

Result<QStringList> sample(Snapshot &snapshot, std::string_view sql)
{
    QStringList values;
    auto rows = snapshot.query(sql);
    while (rows.next())
        values += QString::fromUtf8(rows.text(0).data(), qsizetype(rows.text(0).size()));
    TP_CHECK(rows.finish());
    return values;
}

Result<void> measureBarcodes(storage::ReadSession &session, Random &random,
                             const QStringList &barcodes)
{
    std::size_t found = 0;
    TP_TRY(auto times, timesOf(session, [&](Snapshot &snapshot) {
               std::string body;
               contract::JsonWriter json(body);
               const auto done = catalogue::ProductQueries().writeByBarcode(
                   snapshot, barcodes.at(below(random, barcodes.size())).toStdString(), {}, json);
               found += !body.empty();
               return done;
           }));
    if (found != std::size_t(Rounds) + 100)
        return Error{ErrorCode::Internal, u"a barcode was not found"_s, {}};
    print("barcode", times);
    return {};
}

/// What people type: one word or two, cut off anywhere, some of them in every product.
Result<void> measureSearches(storage::ReadSession &session, Random &random,
                             const QStringList &names)
{
    TP_TRY(auto times, timesOf(session, [&](Snapshot &snapshot) {
               const QStringList words = names.at(below(random, names.size())).split(u' ');
               QString question;
               for (int i = 1 + below(random, 2); i > 0; --i) {
                   const QString &word = words.at(below(random, words.size()));
                   question += word.left(1 + below(random, word.size())) + u' ';
               }
               std::string body;
               contract::JsonWriter json(body);
               const auto place = catalogue::ProductSearchQueries().writePage(
                   snapshot, question, {}, std::nullopt, 50, json);
               if (!place)
                   return Result<void>(place.error());
               return body.empty() ? Result<void>(Error{
                                         ErrorCode::Internal, question + u" found nothing"_s, {}})
                                   : Result<void>();
           }));
    print("search", times);
    return {};
}

Result<void> measurePage(storage::ReadSession &session, const char *what,
                         const catalogue::ListPlace &after)
{
    TP_TRY(auto times, timesOf(session, [&](Snapshot &snapshot) {
               std::string body;
               contract::JsonWriter json(body);
               const auto place =
                   catalogue::ProductQueries().writePage(snapshot, {}, after, 50, json);
               return place ? Result<void>() : Result<void>(place.error());
           }));
    print(what, times);
    return {};
}

} // namespace

Result<void> measureLookups(storage::ReadSession &session, Random &random)
{
    Result<QStringList> barcodes = QStringList();
    Result<QStringList> names = QStringList();
    Result<QStringList> end = QStringList();
    TP_CHECK(session.read([&](Snapshot &snapshot) {
        barcodes = sample(snapshot, "SELECT barcode FROM product_barcodes LIMIT 20000");
        names = sample(snapshot, "SELECT name_key FROM products LIMIT 20000");
        end = sample(snapshot,
                     "SELECT name_key FROM products ORDER BY name_key DESC, id DESC LIMIT 60");
    }));
    TP_CHECK(measureBarcodes(session, random, barcodes.value()));
    TP_CHECK(measureSearches(session, random, names.value()));
    TP_CHECK(measurePage(session, "page_at_start", {}));
    return measurePage(session, "page_at_end", {end.value().last().toStdString(), {}});
}

} // namespace tp::bench

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
/// bench_checkouts raw FILE GROUP SECONDS: checkouts by the C API alone, so many a commit.
/// bench_checkouts copies FILE GROUP SECONDS: the rows of a sale of ours, in a shop's file.
/// bench_checkouts fill FILE COUNT: so many sales more in a shop's file, not durable.
/// bench_checkouts load PORT TOKEN PRODUCTS CLIENTS SECONDS: sales over HTTP; PRODUCTS is a file of
/// ids, one a line. tests/bench/checkouts sets the figures in relation.
#include "tests/bench/checkoutload.h"
#include "tests/bench/rawcheckouts.h"
#include "tests/bench/salecopies.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

using namespace Qt::StringLiterals;

namespace {

using tp::bench::Figures;
using tp::bench::RawSql;
using tp::bench::SaleCopies;

bool commitCopies(RawSql &sql, SaleCopies &copies, int group)
{
    bool isDone = sql.begin();
    for (int i = 0; i < group && isDone; ++i)
        isDone = sql.setSavepoint() && copies.add() && sql.releaseSavepoint();
    return isDone && sql.commit();
}

Figures copySales(const QString &file, int group, double seconds)
{
    RawSql sql(file);
    SaleCopies copies(sql);
    Figures figures;
    QElapsedTimer all;
    all.start();
    while (copies.isReady() && double(all.nsecsElapsed()) < seconds * 1e9) {
        QElapsedTimer one;
        one.start();
        if (!commitCopies(sql, copies, group))
            return {};
        figures.timesNs.append(one.nsecsElapsed());
        figures.count += group;
    }
    figures.elapsedNs = all.nsecsElapsed();
    return figures;
}

bool fill(const QString &file, int count)
{
    RawSql sql(file);
    SaleCopies copies(sql);
    bool isDone = copies.isReady() && sql.run("PRAGMA synchronous = OFF");
    for (int done = 0; done < count && isDone; done += 5000)
        isDone = commitCopies(sql, copies, std::min(5000, count - done));
    return isDone && sql.run("PRAGMA wal_checkpoint(TRUNCATE)");
}

QStringList linesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly)
               ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)
               : QStringList();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const QString verb = words.value(1);
    if (verb == u"fill" && words.size() == 4)
        return fill(words.at(2), words.at(3).toInt()) ? 0 : 1;
    Figures figures;
    if (verb == u"raw" && words.size() == 5) {
        figures = tp::bench::rawCheckouts(words.at(2), words.at(3).toInt(), words.at(4).toDouble());
    } else if (verb == u"copies" && words.size() == 5) {
        figures = copySales(words.at(2), words.at(3).toInt(), words.at(4).toDouble());
    } else if (verb == u"load" && words.size() == 7) {
        figures = tp::bench::sellOverHttp({.port = quint16(words.at(2).toInt()),
                                           .token = words.at(3).toStdString(),
                                           .products = linesOf(words.at(4)),
                                           .clients = words.at(5).toInt(),
                                           .seconds = words.at(6).toDouble()});
    } else {
        std::fputs("bench_checkouts raw|copies|fill|load …\n", stderr);
        return 64;
    }
    return figures.print(qPrintable(verb)) ? 0 : 1;
}

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/exportqueries.h"
#include "backend/daemon/commands.h"
#include "backend/daemon/console.h"
#include "backend/daemon/csvwriter.h"
#include "backend/daemon/exitcodes.h"
#include "backend/daemon/productrow.h"
#include "backend/daemon/shopdatabase.h"

#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace tp::daemon {

namespace {

constexpr int PageRows = 500;

void appendHeader(std::string &out)
{
    appendCsvRow(out, {nameOf(Column::Sku), nameOf(Column::Name), nameOf(Column::Description),
                       nameOf(Column::Category), nameOf(Column::Price), nameOf(Column::Currency),
                       nameOf(Column::TaxClass), nameOf(Column::Unit), nameOf(Column::Barcodes),
                       nameOf(Column::Stock), nameOf(Column::Active), nameOf(Column::Image)});
}

void appendProduct(std::string &out, const catalogue::ExportedProduct &product)
{
    appendCsvRow(out, {product.sku, product.name, product.description,
                       categoryPathToCell(product.categoryPath), product.price.toDecimal(),
                       product.price.currency().codeText(), product.taxClass, product.unit,
                       barcodesToCell(product.barcodes),
                       QString::fromStdString(product.stock.toDecimal()),
                       product.active ? u"true"_s : u"false"_s, QString()});
}

Error notWritten(const QIODevice &output)
{
    return {ErrorCode::Unavailable,
            u"the products cannot be written: %1"_s.arg(output.errorString()),
            {}};
}

/// Every product. A page is read, then written: no snapshot waits for a slow reader of a pipe.
Result<qint64> writeProducts(storage::Database &database, QIODevice &output)
{
    TP_TRY(const auto session, database.openReadSession());
    catalogue::ExportQueries queries;
    std::string text;
    std::string after;
    qint64 count = 0;
    appendHeader(text);
    do {
        Result<std::string> next = std::string();
        TP_CHECK(session->read([&](storage::Snapshot &snapshot) {
            next = queries.page(snapshot, after, PageRows, [&](const auto &product) {
                appendProduct(text, product);
                ++count;
            });
        }));
        TP_TRY(after, std::move(next));
        if (output.write(text.data(), qint64(text.size())) != qint64(text.size()))
            return notWritten(output);
        text.clear();
        showProgress(u"%1 products"_s.arg(count));
    } while (!after.empty());
    return count;
}

Result<int> toStandardOutput(storage::Database &database)
{
    QFile output;
    if (!output.open(stdout, QIODevice::WriteOnly))
        return ExitIoErr;
    const auto written = writeProducts(database, output);
    showProgress({});
    if (!written)
        return written.error();
    if (output.flush() && std::fflush(stdout) == 0)
        return ExitOk;
    complain(notWritten(output).detail);
    return ExitIoErr;
}

Result<int> toFile(storage::Database &database, const QString &path)
{
    QSaveFile output(path);
    if (!output.open(QIODevice::WriteOnly)) {
        complain(u"%1 cannot be made: %2"_s.arg(path, output.errorString()));
        return ExitCantCreate;
    }
    const auto written = writeProducts(database, output);
    showProgress({});
    if (!written)
        return written.error();
    if (!output.commit()) {
        complain(notWritten(output).detail);
        return ExitIoErr;
    }
    return say(u"exported %1"_s.arg(*written)) ? ExitOk : ExitIoErr;
}

Result<int> runExport(const Configuration &configuration, const QStringList &arguments)
{
    if (arguments.value(0) != u"products"_s) {
        return Error{ErrorCode::BadRequest,
                     u"what is to be exported: products (tradepostd export --help says more)"_s,
                     {}};
    }
    const QString path = arguments.value(1, u"-"_s);
    if (path != u"-"_s && QFileInfo::exists(path) && !configuration.isOn(Option::Force)) {
        complain(u"%1 exists already; --force writes over it"_s.arg(path));
        return ExitCantCreate;
    }
    TP_TRY(const auto shop, ShopDatabase::open(configuration, ShopDatabase::IfMissing::Refuse));
    return path == u"-"_s ? toStandardOutput(shop->database()) : toFile(shop->database(), path);
}

} // namespace

int exportCommand(const Configuration &configuration, const QStringList &arguments)
{
    const auto done = runExport(configuration, arguments);
    return done ? *done : endWith(done.error());
}

} // namespace tp::daemon

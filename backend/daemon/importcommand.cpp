// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/fileimagestore.h"
#include "backend/daemon/commands.h"
#include "backend/daemon/console.h"
#include "backend/daemon/demoshop.h"
#include "backend/daemon/exitcodes.h"
#include "backend/daemon/productsimport.h"
#include "backend/daemon/shopdatabase.h"
#include "backend/daemon/shoproutes.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QTemporaryDir>
#include <QTemporaryFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace tp::daemon {

namespace {

constexpr qint64 ProgressEveryMs = 100;

Error usage(const QString &sentence)
{
    return {
        ErrorCode::BadRequest, sentence + u" (tradepostd import --help says what there is)"_s, {}};
}

Result<std::unique_ptr<QFile>> openInput(const QString &path)
{
    auto file = std::make_unique<QFile>(path);
    if (path == u"-"_s) {
        if (!file->open(stdin, QIODevice::ReadOnly))
            return Error{ErrorCode::NotFound, u"standard input cannot be read"_s, {}};
        return file;
    }
    if (QFileInfo(path).isDir())
        return Error{ErrorCode::NotFound, u"%1 is a folder, not a file"_s.arg(path), {}};
    if (!file->open(QIODevice::ReadOnly)) {
        return Error{
            ErrorCode::NotFound, u"%1 cannot be read: %2"_s.arg(path, file->errorString()), {}};
    }
    return file;
}

/// What comes from a pipe is kept on disk first, so that a slow one does not keep the shop waiting
/// inside the one transaction of all or nothing.
Result<std::unique_ptr<QFile>> onDisk(std::unique_ptr<QFile> input)
{
    if (!input->isSequential())
        return input;
    auto kept = std::make_unique<QTemporaryFile>();
    QByteArray chunk;
    bool isKept = kept->open();
    while (isKept && !(chunk = input->read(64 * 1024)).isEmpty())
        isKept = kept->write(chunk) == chunk.size();
    if (!isKept || !kept->seek(0)) {
        return Error{ErrorCode::Unavailable,
                     u"what was read cannot be kept: %1"_s.arg(kept->errorString()),
                     {}};
    }
    return std::unique_ptr<QFile>(std::move(kept));
}

/// The shop to import into. A dry run on one that does not exist yet gets a passing one.
struct Target
{
    std::unique_ptr<QTemporaryDir> passing;
    std::unique_ptr<ShopDatabase> shop;
};

Result<Target> openPassing(const Configuration &configuration)
{
    Target target{std::make_unique<QTemporaryDir>(), nullptr};
    TP_TRY(const auto currency, currencyOf(configuration));
    TP_TRY(const auto url,
           storage::DatabaseUrl::parse(u"sqlite:"_s + target.passing->filePath(u"shop.db"_s)));
    TP_TRY(target.shop, ShopDatabase::openAt(url, currency));
    return target;
}

Result<Target> openTarget(const Configuration &configuration)
{
    Target target;
    const bool isDryRun = configuration.isOn(Option::DryRun);
    auto opened = ShopDatabase::open(configuration, isDryRun ? ShopDatabase::IfMissing::Refuse
                                                             : ShopDatabase::IfMissing::Create);
    if (!opened && isDryRun && opened.error().code == ErrorCode::NotFound)
        return openPassing(configuration);
    if (!opened)
        return opened.error();
    target.shop = std::move(opened).value();
    return target;
}

/// Rows as they are read, ten times a second at most.
class Progress
{
public:
    explicit Progress(const Clock &clock) : m_clock(clock) {}
    ~Progress() { showProgress({}); }
    Progress(const Progress &) = delete;
    Progress &operator=(const Progress &) = delete;

    void show(qint64 rows)
    {
        const qint64 now = m_clock.steadyMs();
        if (!showsProgress() || now - m_shownAtMs < ProgressEveryMs)
            return;
        m_shownAtMs = now;
        showProgress(u"%1 rows"_s.arg(QLocale(QLocale::English).toString(rows)));
    }

    void tell(const Rejection &rejection)
    {
        showProgress({});
        note(rejection.text());
    }

private:
    const Clock &m_clock;
    qint64 m_shownAtMs = 0;
};

bool sayCounts(const ImportCounts &counts)
{
    return say(u"imported %1, changed %2, unchanged %3, rejected %4"_s.arg(counts.imported)
                   .arg(counts.changed)
                   .arg(counts.unchanged)
                   .arg(counts.rejected));
}

Result<int> importProducts(const Configuration &configuration, const QString &path)
{
    TP_TRY(auto input, openInput(path));
    const bool isAllOrNothing = configuration.isOn(Option::AllOrNothing);
    if (isAllOrNothing) {
        TP_TRY(input, onDisk(std::move(input)));
    }
    TP_TRY(const Target target, openTarget(configuration));
    storage::Database &database = target.shop->database();
    catalogue::FileImageStore pictures(
        imageFolderOf(database.url(), configuration.value(Option::Images)));
    const QString folder = path == u"-"_s ? QDir::currentPath() : QFileInfo(path).absolutePath();

    Progress progress(target.shop->clock());
    ProductsImport import(database, pictures, target.shop->clock(),
                          {.isDryRun = configuration.isOn(Option::DryRun),
                           .isAllOrNothing = isAllOrNothing,
                           .pictureFolder = folder},
                          {.rejected = [&](const Rejection &one) { progress.tell(one); },
                           .progressed = [&](qint64 rows) { progress.show(rows); }});
    const auto done = import.run(*input);
    showProgress({});
    const ImportCounts &counts = import.counts();
    const bool hasCounted = done || counts.taken() + counts.rejected > 0;
    if (!done)
        complain(u"%1: %2"_s.arg(path, done.error().detail));
    if (hasCounted && !sayCounts(counts))
        return ExitIoErr;
    if (!done)
        return exitCodeOf(done.error().code);
    const bool isBad = counts.rejected > 0 && (isAllOrNothing || counts.taken() == 0);
    return isBad ? ExitDataErr : ExitOk;
}

Result<int> importDemo(Configuration configuration)
{
    configuration.turnOn(Option::Demo);
    for (const Option option : {Option::DryRun, Option::AllOrNothing}) {
        if (configuration.isOn(option))
            return usage(u"%1 is for files of products"_s.arg(flagOf(option)));
    }
    TP_TRY(const auto shop, ShopDatabase::open(configuration, ShopDatabase::IfMissing::Create));
    TP_TRY(const bool isLoaded, loadDemoShop(shop->database(), shop->clock()));
    const QString where = shop->database().url().displayText();
    const QString line = isLoaded ? u"the demo shop is in %1"_s
                                  : u"%1 has products already: the demo shop was not loaded"_s;
    return say(line.arg(where)) ? ExitOk : ExitIoErr;
}

Result<int> runImport(const Configuration &configuration, const QStringList &arguments)
{
    const QString what = arguments.value(0);
    if (what == u"demo"_s && arguments.size() == 1)
        return importDemo(configuration);
    if (what == u"products"_s && arguments.size() == 2)
        return importProducts(configuration, arguments.at(1));
    return usage(what == u"products"_s ? u"import products needs a FILE.csv"_s
                                       : u"what is to be imported: products FILE.csv or demo"_s);
}

} // namespace

int importCommand(const Configuration &configuration, const QStringList &arguments)
{
    const auto done = runImport(configuration, arguments);
    return done ? *done : endWith(done.error());
}

} // namespace tp::daemon

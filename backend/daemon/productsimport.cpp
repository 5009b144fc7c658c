// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/productsimport.h"

#include "backend/settings/settingsstore.h"
#include "backend/storage/filelock.h"

#include <QHash>
#include <QIODevice>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace tp::daemon {

namespace {

using Keep = storage::UnitOfWork::Keep;

constexpr std::size_t BatchRowsMax = 500;
constexpr qint64 TransactionMsMax = 25;
/// Together once, then row by row, and once more for what another writer did meanwhile.
constexpr std::array<ProductBatchWriter::Guard, 3> Attempts{ProductBatchWriter::Guard::Together,
                                                            ProductBatchWriter::Guard::Apart,
                                                            ProductBatchWriter::Guard::Apart};

} // namespace

ProductsImport::ProductsImport(storage::Database &database, catalogue::ImageStore &pictures,
                               const Clock &clock, Options options, Listener listener)
    : m_database(database)
    , m_pictures(options.pictureFolder, pictures)
    , m_clock(clock)
    , m_options(std::move(options))
    , m_listener(std::move(listener))
    , m_writer(clock)
{}

Result<void> ProductsImport::run(QIODevice &input)
{
    TP_TRY(const RowRules rules, readRules());
    bool isAtOnce = m_options.isAllOrNothing && !m_options.isDryRun;
    if (isAtOnce) {
        TP_TRY(isAtOnce, seemsGood(input, rules));
        // What is to be told of the others is found out without holding the shop up.
        m_options.isDryRun = !isAtOnce;
    }
    m_reader.emplace(input, rules);
    TP_CHECK(m_reader->begin());
    const auto done = isAtOnce ? writeAtOnce() : writeInPieces();
    tellRejections();
    if (m_options.isAllOrNothing && (!done || m_counts.rejected > 0))
        m_counts = {.rejected = m_counts.rejected};
    return done;
}

/// Whether every row can be read: the commonest reason for nothing, found without a transaction.
Result<bool> ProductsImport::seemsGood(QIODevice &input, const RowRules &rules)
{
    ProductFileReader reader(input, rules);
    QList<Rejection> rejections;
    TP_CHECK(reader.begin());
    while (rejections.isEmpty()) {
        TP_TRY(const auto found, reader.next(rejections));
        if (!found)
            break;
    }
    if (!input.seek(0))
        return Error{ErrorCode::Unavailable, input.errorString(), {}};
    return rejections.isEmpty();
}

/// The currency, and the tax classes as they are asked for: a shop has a handful.
Result<RowRules> ProductsImport::readRules()
{
    TP_TRY(auto session, m_database.openReadSession());
    std::optional<Result<Currency>> currency;
    TP_CHECK(session->read([&](storage::Snapshot &snapshot) {
        currency = settings::SettingsStore().currency(snapshot);
    }));
    if (!*currency)
        return currency->error();
    // A class that cannot be asked for now is judged in the transaction.
    auto known = std::make_shared<QHash<QString, bool>>();
    auto ask = std::shared_ptr<storage::ReadSession>(std::move(session));
    return RowRules{**currency, [known, ask](const QString &code) {
                        const auto found = known->constFind(code);
                        if (found != known->constEnd())
                            return *found;
                        bool isClass = true;
                        const auto read = ask->read([&](storage::Snapshot &snapshot) {
                            const auto has =
                                settings::SettingsStore().hasTaxClass(snapshot, code.toStdString());
                            isClass = !has || *has;
                        });
                        if (known->size() < 1000)
                            known->insert(code, !read || isClass);
                        return !read || isClass;
                    }};
}

Result<void> ProductsImport::writeInPieces()
{
    for (bool isMore = true; isMore;) {
        TP_TRY(isMore, readBatch());
        for (std::size_t from = 0; from < m_batch.size();) {
            TP_TRY(from, writePiece(from));
        }
        tellRejections();
        m_listener.progressed(m_reader->rowsRead());
    }
    return {};
}

/// Reads before it writes, so that no transaction waits for a slow input. False at the end.
Result<bool> ProductsImport::readBatch()
{
    m_batch.clear();
    for (std::size_t rows = 0; rows < BatchRowsMax; ++rows) {
        TP_TRY(auto found, m_reader->next(m_rejections));
        if (!found)
            return false;
        if (!found->isGood) {
            ++m_counts.rejected;
            continue;
        }
        TP_TRY(const bool hasPicture, takePicture(found->row));
        if (hasPicture && keepsItsBarcodes(found->row))
            m_batch.push_back(std::move(found->row));
        else
            ++m_counts.rejected;
    }
    return true;
}

/// False, and told why, when the row names a picture that is none.
Result<bool> ProductsImport::takePicture(ProductRow &row)
{
    if (row.image.isEmpty())
        return true;
    const auto keep = m_options.isDryRun ? ProductPictures::Keep::No : ProductPictures::Keep::Yes;
    auto hash = m_pictures.take(row.image, keep);
    if (hash) {
        row.pictureHash = std::move(hash).value();
        return true;
    }
    if (hash.error().code != ErrorCode::UnsupportedImage)
        return hash.error();
    m_rejections.append({row.line, nameOf(Column::Image), hash.error().detail});
    return false;
}

/// A dry run undoes each piece, so that of two products with one barcode the second would be told
/// as good where a real run refuses it.
bool ProductsImport::keepsItsBarcodes(const ProductRow &row)
{
    if (!m_options.isDryRun || !row.product.barcodes)
        return true;
    for (const QString &barcode : *row.product.barcodes) {
        const auto [owner, isNew] = m_skuOfBarcode.try_emplace(barcode.toStdString(), row.skuKey);
        if (!isNew && owner->second != row.skuKey) {
            m_rejections.append({row.line, nameOf(Column::Barcodes),
                                 u"barcode_taken: a line before has %1 already"_s.arg(barcode)});
            return false;
        }
    }
    return true;
}

/// Until when the transaction that now begins may last. A file that no `serve` uses has nobody who
/// could wait for it.
qint64 ProductsImport::untilMs() const
{
    const storage::DatabaseUrl &url = m_database.url();
    const bool isAlone =
        url.dialect == storage::Dialect::Sqlite && !storage::FileLock::isTaken(url.filePath);
    return isAlone ? std::numeric_limits<qint64>::max() : m_clock.steadyMs() + TransactionMsMax;
}

/// Writes what fits into one short transaction; where the next begins.
Result<std::size_t> ProductsImport::writePiece(std::size_t from)
{
    const std::span<const ProductRow> rows = std::span(m_batch).subspan(from);
    Written written;
    Result<void> committed;
    for (const Guard guard : Attempts) {
        committed = m_database.writeHere([&](storage::UnitOfWork &work) {
            written = m_writer.write(work, rows, guard, untilMs());
            return written.failure || m_options.isDryRun ? Keep::No : Keep::Yes;
        });
        if (committed && !written.failure) {
            note(written);
            return from + written.rows;
        }
    }
    return written.failure ? *written.failure : committed.error();
}

/// One transaction over the whole file.
Result<void> ProductsImport::writeAtOnce()
{
    std::optional<Error> failure;
    const auto committed = m_database.writeHere([&](storage::UnitOfWork &work) {
        for (bool isMore = true; isMore && !failure;) {
            auto read = readBatch();
            isMore = read && read.value();
            const Written written =
                m_writer.write(work, m_batch, Guard::Apart, std::numeric_limits<qint64>::max());
            note(written);
            failure = read ? written.failure : std::optional(read.error());
            tellRejections();
            m_listener.progressed(m_reader->rowsRead());
        }
        return failure || m_counts.rejected > 0 ? Keep::No : Keep::Yes;
    });
    if (failure)
        return *failure;
    return committed;
}

void ProductsImport::note(const Written &written)
{
    m_counts.add(written.counts);
    m_rejections += written.rejections;
    // A row may have several reasons; they stand together.
    qint64 last = -1;
    for (const Rejection &one : written.rejections) {
        m_counts.rejected += one.line != last;
        last = one.line;
    }
}

void ProductsImport::tellRejections()
{
    std::stable_sort(m_rejections.begin(), m_rejections.end(),
                     [](const Rejection &a, const Rejection &b) { return a.line < b.line; });
    for (const Rejection &one : std::as_const(m_rejections))
        m_listener.rejected(one);
    m_rejections.clear();
}

} // namespace tp::daemon

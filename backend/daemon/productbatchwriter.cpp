// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/productbatchwriter.h"

#include "backend/catalogue/catalogueevents.h"
#include "backend/daemon/shoproutes.h"
#include "backend/inventory/stockservice.h"

using namespace Qt::StringLiterals;

namespace tp::daemon {

namespace {

using Kind = catalogue::ImportOutcome::Kind;
using Keep = storage::UnitOfWork::Keep;

constexpr int ApartAttemptsMax = 3;

const QString &importActor()
{
    static const QString actor = u"import"_s;
    return actor;
}

/// Whether an error says something about the row, not about the database.
bool isOfTheRow(const Error &error)
{
    return error.code != ErrorCode::Unavailable && error.code != ErrorCode::Internal;
}

void count(ImportCounts &counts, Kind kind)
{
    counts.imported += kind == Kind::Imported;
    counts.changed += kind == Kind::Changed;
    counts.unchanged += kind == Kind::Unchanged;
}

/// Whether the picture is another one than before.
Result<bool> setPicture(const catalogue::ProductService &products, storage::UnitOfWork &work,
                        const ProductId &id, const std::string &hash)
{
    TP_TRY(const qint64 before, products.version(work, id));
    TP_TRY(const qint64 after, products.setImage(work, id, hash));
    return after != before;
}

} // namespace

ProductBatchWriter::ProductBatchWriter(const Clock &clock) : m_clock(clock), m_products(shopRules())
{}

ProductBatchWriter::Written ProductBatchWriter::write(storage::UnitOfWork &work,
                                                      std::span<const ProductRow> rows, Guard guard,
                                                      qint64 untilSteadyMs) const
{
    Written written;
    Importer importer(m_products, m_categories, work);
    for (const ProductRow &row : rows) {
        Result<void> placed;
        if (guard == Guard::Apart) {
            placed = placeApart(work, row, written);
        } else if (const auto done = place(work, importer, row, written); !done) {
            placed = done.error();
        }
        if (!placed) {
            written.failure = placed.error();
            return written;
        }
        ++written.rows;
        if (m_clock.steadyMs() >= untilSteadyMs)
            break;
    }
    auto finished = importer.finish();
    if (finished)
        finished = catalogue::CatalogueEvents::tellImported(work, written.touched);
    if (!finished)
        written.failure = finished.error();
    return written;
}

/// With an importer of its own, because one that was undone may remember categories that are not
/// there. Looks again where another process has just written the same product.
Result<void> ProductBatchWriter::placeApart(storage::UnitOfWork &work, const ProductRow &row,
                                            Written &written) const
{
    Written one;
    for (int attempt = 0; attempt < ApartAttemptsMax; ++attempt) {
        one = {};
        TP_CHECK(work.nested([&] {
            Importer importer(m_products, m_categories, work);
            const auto placed = place(work, importer, row, one);
            const auto finished = placed ? importer.finish() : Result<void>(placed.error());
            if (!finished)
                one.failure = finished.error();
            return finished && placed.value() ? Keep::Yes : Keep::No;
        }));
        if (!one.failure)
            break;
        if (!isOfTheRow(*one.failure))
            return *one.failure;
    }
    if (one.failure)
        one.rejections = {{row.line, QString(), one.failure->detail}};
    written.counts.add(one.counts);
    written.rejections += one.rejections;
    written.touched += one.touched;
    return {};
}

/// Whether the row was taken; if not, it was told why and nothing of it was written.
Result<bool> ProductBatchWriter::place(storage::UnitOfWork &work, Importer &importer,
                                       const ProductRow &row, Written &written) const
{
    TP_TRY(catalogue::ImportOutcome outcome, importer.take(row.product));
    if (outcome.code == ErrorCode::BarcodeTaken) {
        // Between its two looks another process may have brought this very product.
        TP_TRY(outcome, importer.take(row.product));
    }
    if (outcome.kind == Kind::Rejected) {
        written.rejections.append({row.line, outcome.column, outcome.reason});
        return false;
    }
    bool isChanged = false;
    if (row.stock) {
        TP_TRY(isChanged,
               inventory::StockService::setOnHand(work, outcome.id, *row.stock, importActor()));
    }
    if (!row.pictureHash.empty()) {
        TP_TRY(const bool isNewPicture, setPicture(m_products, work, outcome.id, row.pictureHash));
        isChanged = isChanged || isNewPicture;
    }
    const bool isOnlyHere = outcome.kind == Kind::Unchanged && isChanged;
    if (isChanged || outcome.kind != Kind::Unchanged)
        written.touched.append(outcome.id);
    count(written.counts, isOnlyHere ? Kind::Changed : outcome.kind);
    return true;
}

} // namespace tp::daemon

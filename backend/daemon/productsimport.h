// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/daemon/importcounts.h"
#include "backend/daemon/productbatchwriter.h"
#include "backend/daemon/productfilereader.h"
#include "backend/daemon/productpictures.h"
#include "backend/storage/database.h"

#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace tp::daemon {

/// Takes a file of products into the shop, row by row: the good ones, or none when one is bad.
/// Writes at most 500 rows at a time, and beside a `serve` for 25 ms at most, so that a sale never
/// waits longer than 50 ms. All or nothing is one transaction, because a process that is killed
/// must have done all of it or nothing; with SQLite, sales wait for that one to its end. Every
/// other run that was killed is completed by the next. Belongs to the thread that opened the
/// database.
class ProductsImport
{
public:
    struct Options
    {
        bool isDryRun = false; ///< Everything is done and undone again.
        bool isAllOrNothing = false;
        QString pictureFolder; ///< What the paths of pictures are relative to.
    };

    /// Told while it runs: each bad row, and how many rows were read.
    struct Listener
    {
        std::function<void(const Rejection &)> rejected;
        std::function<void(qint64 rows)> progressed;
    };

    ProductsImport(storage::Database &database, catalogue::ImageStore &pictures, const Clock &clock,
                   Options options, Listener listener);

    /// For all or nothing the input must be a file, which can be read twice and does not keep the
    /// shop waiting. InvalidBody when the header is not one of products, or the file is empty.
    /// counts() says what was done, also when an error ended it early.
    Result<void> run(QIODevice &input);
    const ImportCounts &counts() const { return m_counts; }

private:
    using Guard = ProductBatchWriter::Guard;
    using Written = ProductBatchWriter::Written;

    Result<RowRules> readRules();
    static Result<bool> seemsGood(QIODevice &input, const RowRules &rules);
    Result<bool> readBatch();
    Result<bool> takePicture(ProductRow &row);
    bool keepsItsBarcodes(const ProductRow &row);
    Result<void> writeInPieces();
    Result<std::size_t> writePiece(std::size_t from);
    qint64 untilMs() const;
    Result<void> writeAtOnce();
    void note(const Written &written);
    void tellRejections();

    storage::Database &m_database;
    ProductPictures m_pictures;
    const Clock &m_clock;
    Options m_options;
    Listener m_listener;
    ProductBatchWriter m_writer;
    std::optional<ProductFileReader> m_reader;
    std::vector<ProductRow> m_batch;
    QList<Rejection> m_rejections;                               ///< Not yet told.
    std::unordered_map<std::string, std::string> m_skuOfBarcode; ///< Of a dry run: see there.
    ImportCounts m_counts;
};

} // namespace tp::daemon

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/salecopies.h"

#include <QDateTime>

#include <cstdio>

namespace tp::bench {
namespace {

constexpr char NewestOrder[] = "(SELECT id FROM orders ORDER BY created_at DESC, id DESC LIMIT 1)";
/// In m_names: the number first, then the products of the lines, then ids and keys.
constexpr std::size_t FirstProduct = 1;

std::vector<std::string> textsOf(RawSql &sql, const std::string &query)
{
    std::vector<std::string> texts;
    const RawStatement statement = sql.prepare(query.c_str());
    while (sqlite3_step(statement.handle()) == SQLITE_ROW)
        texts.emplace_back(
            reinterpret_cast<const char *>(sqlite3_column_text(statement.handle(), 0)));
    return texts;
}

} // namespace

SaleCopies::SaleCopies(RawSql &sql)
    : m_stock(sql.prepare("UPDATE stock_balances SET on_hand = on_hand + ?2 WHERE product_id = ?1"))
    , m_series(sql.prepare("UPDATE number_series SET next = next + 1 WHERE series = 'T1'"))
{
    const auto order = textsOf(sql, std::string("SELECT ") + NewestOrder);
    if (order.empty())
        return;
    m_order = order.front();
    readNames(sql);
    const std::string mine = " = '" + m_order + "'";
    readRows(sql, "orders", "id" + mine);
    readRows(sql, "order_lines", "order_id" + mine);
    readRows(sql, "order_events", "order_id" + mine);
    readRows(sql, "payments", "order_id" + mine);
    readRows(sql, "payment_entries",
             "payment_id IN (SELECT id FROM payments WHERE order_id" + mine + ")");
    readRows(sql, "sagas", "subject_id" + mine);
    readRows(sql, "stock_movements", "note" + mine);
    readRows(sql, "idempotency_keys", "headers LIKE '%" + m_order + "%'");
    readRows(sql, "outbox", "subject" + mine);
}

void SaleCopies::readNames(RawSql &sql)
{
    const std::string mine = " = '" + m_order + "'";
    m_products = textsOf(sql, "SELECT product_id FROM stock_balances LIMIT 10000");
    m_number =
        std::stoll(textsOf(sql, "SELECT next FROM number_series WHERE series = 'T1'").front());
    m_names = textsOf(sql, "SELECT number FROM orders WHERE id" + mine);
    for (const std::string &query :
         {"SELECT DISTINCT product_id FROM order_lines WHERE order_id" + mine,
          "SELECT id FROM orders WHERE id" + mine,
          "SELECT id FROM order_lines WHERE order_id" + mine,
          "SELECT id FROM payments WHERE order_id" + mine,
          "SELECT id FROM sagas WHERE subject_id" + mine,
          "SELECT id FROM stock_movements WHERE note" + mine,
          "SELECT id FROM outbox WHERE subject" + mine,
          "SELECT key FROM idempotency_keys WHERE headers LIKE '%" + m_order + "%'"}) {
        for (std::string &name : textsOf(sql, query))
            m_names.push_back(std::move(name));
    }
    m_now = m_names;
}

void SaleCopies::readRows(RawSql &sql, const std::string &table, const std::string &condition)
{
    const RawStatement select =
        sql.prepare(("SELECT * FROM " + table + " WHERE " + condition).c_str());
    sqlite3_stmt *row = select.handle();
    RawStatement *insert = nullptr;
    while (sqlite3_step(row) == SQLITE_ROW) {
        const int columns = sqlite3_column_count(row);
        std::vector<Cell> cells;
        for (int i = 0; i < columns; ++i)
            cells.push_back(cellOf(row, i));
        const bool isMovement = table == "stock_movements";
        if (isMovement || table == "outbox") // Numbered anew, by the database or not at all.
            cells[isMovement ? 0 : 1] = {false, true, 0, {}};
        if (isMovement) // What was before it, the database knows.
            cells.pop_back();
        if (!insert) {
            std::string places;
            for (int i = 1; i <= columns; ++i)
                places += (i > 1 ? ", ?" : "?") + std::to_string(i);
            if (isMovement) { // seq, id, product_id, location_id, …, on_hand_after, …, previous_seq
                places.replace(places.find("?6"), 2,
                               "?6 + (SELECT on_hand FROM stock_balances WHERE product_id = ?3)");
                places.replace(places.rfind("?12"), 3,
                               "(SELECT movement_seq FROM stock_totals WHERE product_id = ?3)");
            }
            m_inserts.push_back(std::make_unique<RawStatement>(
                sql.prepare(("INSERT INTO " + table + " VALUES (" + places + ")").c_str())));
            insert = m_inserts.back().get();
        }
        m_rows.push_back({insert, std::move(cells), isMovement});
    }
}

SaleCopies::Cell SaleCopies::cellOf(sqlite3_stmt *statement, int column) const
{
    Cell cell;
    cell.isNull = sqlite3_column_type(statement, column) == SQLITE_NULL;
    cell.isText = sqlite3_column_type(statement, column) == SQLITE_TEXT;
    cell.number = sqlite3_column_int64(statement, column);
    if (!cell.isText)
        return cell;
    std::string text = reinterpret_cast<const char *>(sqlite3_column_text(statement, column));
    while (true) {
        std::size_t first = std::string::npos;
        int found = -1;
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            if (const std::size_t at = text.find(m_names[i]); at < first)
                first = at, found = int(i);
        }
        cell.pieces.push_back({text.substr(0, first), found});
        if (found < 0)
            return cell;
        text.erase(0, first + m_names[std::size_t(found)].size());
    }
}

std::string SaleCopies::fresh(std::size_t name)
{
    char text[64];
    if (name == 0) {
        std::snprintf(text, sizeof text, "T1-%06lld", static_cast<long long>(m_number++));
        return text;
    }
    // As long and as ordered as an id of version 7.
    static const qint64 startMs = QDateTime::currentMSecsSinceEpoch();
    std::snprintf(text, sizeof text, "%08llx-%04llx-7%03x-8%03x-%012llx",
                  static_cast<long long>((startMs + m_count / 4) >> 16),
                  static_cast<long long>((startMs + m_count / 4) & 0xffff), unsigned(below(4096)),
                  unsigned(below(4096)), static_cast<long long>(m_count * 32 + qint64(name)));
    return text;
}

bool SaleCopies::add()
{
    ++m_count;
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        const bool isProduct = i >= FirstProduct && m_names[i] != m_order && i < FirstProduct + 3;
        m_now[i] = isProduct ? m_products[std::size_t(below(qint64(m_products.size())))] : fresh(i);
    }
    bool isDone = m_series.run();
    for (Row &row : m_rows)
        isDone = isDone && write(row);
    return isDone;
}

bool SaleCopies::write(Row &row)
{
    sqlite3_stmt *insert = row.insert->handle();
    std::vector<std::string> texts(row.cells.size());
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const Cell &cell = row.cells[i];
        for (const Piece &piece : cell.pieces) {
            texts[i] += piece.text;
            if (piece.name >= 0)
                texts[i] += m_now[std::size_t(piece.name)];
        }
        if (cell.isText)
            sqlite3_bind_text(insert, int(i) + 1, texts[i].data(), int(texts[i].size()),
                              SQLITE_STATIC);
        else if (cell.isNull)
            sqlite3_bind_null(insert, int(i) + 1);
        else
            sqlite3_bind_int64(insert, int(i) + 1, cell.number);
    }
    if (row.isMovement) {
        sqlite3_bind_int64(insert, 6, 0);
        if (!m_stock.run(texts[2], row.cells[4].number))
            return false;
    }
    const int code = sqlite3_step(insert);
    sqlite3_reset(insert);
    return code == SQLITE_DONE;
}

qint64 SaleCopies::below(qint64 limit)
{
    m_chance = m_chance * 1'664'525 + 1'013'904'223;
    return (m_chance >> 8) % limit;
}

} // namespace tp::bench

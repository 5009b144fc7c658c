// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/rawcheckouts.h"

#include "tests/bench/rawsql.h"

#include <QElapsedTimer>
#include <QFile>

#include <array>

namespace tp::bench {
namespace {

constexpr int Products = 10'000;
constexpr int Lines = 3;

constexpr char Schema[] =
    "CREATE TABLE product (id INTEGER PRIMARY KEY, sku TEXT UNIQUE NOT NULL, name TEXT NOT NULL, "
    "price INTEGER NOT NULL);"
    "CREATE TABLE stock (product_id INTEGER PRIMARY KEY, qty INTEGER NOT NULL, "
    "reserved INTEGER NOT NULL, version INTEGER NOT NULL);"
    "CREATE TABLE orders (id INTEGER PRIMARY KEY, number TEXT UNIQUE NOT NULL, "
    "customer_id INTEGER, status TEXT NOT NULL, total INTEGER NOT NULL, "
    "created_at INTEGER NOT NULL);"
    "CREATE INDEX orders_created ON orders (created_at);"
    "CREATE TABLE order_line (id INTEGER PRIMARY KEY, "
    "order_id INTEGER NOT NULL REFERENCES orders (id), "
    "product_id INTEGER NOT NULL REFERENCES product (id), qty INTEGER NOT NULL, "
    "price INTEGER NOT NULL);"
    "CREATE INDEX order_line_order ON order_line (order_id);"
    "CREATE TABLE payment (id INTEGER PRIMARY KEY, "
    "order_id INTEGER NOT NULL REFERENCES orders (id), idem TEXT UNIQUE NOT NULL, method TEXT, "
    "amount INTEGER NOT NULL, status TEXT NOT NULL, created_at INTEGER);"
    "CREATE TABLE stock_ledger (id INTEGER PRIMARY KEY, product_id INTEGER NOT NULL, "
    "order_id INTEGER, delta INTEGER NOT NULL, reason TEXT, created_at INTEGER);"
    "CREATE INDEX stock_ledger_product ON stock_ledger (product_id);"
    "CREATE TABLE outbox (id INTEGER PRIMARY KEY, topic TEXT NOT NULL, payload TEXT NOT NULL, "
    "created_at INTEGER, sent_at INTEGER);"
    "CREATE INDEX outbox_unsent ON outbox (id) WHERE sent_at IS NULL;"
    "CREATE TABLE saga (id INTEGER PRIMARY KEY, order_id INTEGER UNIQUE NOT NULL, "
    "state TEXT NOT NULL, step INTEGER, data TEXT, updated_at INTEGER);";

struct Line
{
    qint64 product;
    qint64 quantity;
};

/// The statements of a checkout, prepared once.
class Checkouts
{
public:
    explicit Checkouts(RawSql &sql)
        : m_order(sql.prepare("INSERT INTO orders (number, customer_id, status, total, created_at) "
                              "VALUES (?1, ?2, 'pending', ?3, ?4)"))
        , m_line(sql.prepare("INSERT INTO order_line (order_id, product_id, qty, price) "
                             "VALUES (?1, ?2, ?3, 1999)"))
        , m_saga(sql.prepare("INSERT INTO saga (order_id, state, step, data, updated_at) "
                             "VALUES (?1, 'started', 0, ?2, ?3)"))
        , m_event(sql.prepare("INSERT INTO outbox (topic, payload, created_at) "
                              "VALUES (?1, ?2, ?3)"))
        , m_stock(sql.prepare("UPDATE stock SET qty = qty - ?2, version = version + 1 "
                              "WHERE product_id = ?1 AND qty >= ?2"))
        , m_ledger(sql.prepare("INSERT INTO stock_ledger (product_id, order_id, delta, reason, "
                               "created_at) VALUES (?1, ?2, ?3, 'sale', ?4)"))
        , m_payment(sql.prepare("INSERT INTO payment (order_id, idem, method, amount, status, "
                                "created_at) VALUES (?1, ?2, 'cash', ?3, 'captured', ?4)"))
        , m_confirm(sql.prepare("UPDATE orders SET status = 'confirmed' WHERE id = ?1"))
        , m_sagaEnd(sql.prepare("UPDATE saga SET state = 'confirmed', step = 3, updated_at = ?2 "
                                "WHERE order_id = ?1"))
        , m_sql(sql)
    {}

    bool run()
    {
        ++m_count;
        const qint64 at = 1'700'000'000 + m_count;
        const std::string number = "ORD-" + std::to_string(10'000'000'000 + m_count);
        std::array<Line, Lines> lines;
        for (Line &line : lines)
            line = {1 + below(Products), 1 + below(3)};
        if (!m_order.run(number, m_count % 5000, 4999, at))
            return false;
        const qint64 order = m_sql.lastRowId();
        const std::string text = textOf(order, number, lines);
        bool isDone = true;
        for (const Line &line : lines)
            isDone = isDone && m_line.run(order, line.product, line.quantity);
        isDone = isDone && m_saga.run(order, text, at) && m_event.run("order.created", text, at);
        for (const Line &line : lines)
            isDone = isDone && m_stock.run(line.product, line.quantity) &&
                     m_ledger.run(line.product, order, -line.quantity, at);
        return isDone && m_payment.run(order, number, 4999, at) && m_confirm.run(order) &&
               m_event.run("order.confirmed", text, at) && m_sagaEnd.run(order, at);
    }

private:
    static std::string textOf(qint64 order, const std::string &number,
                              const std::array<Line, Lines> &lines)
    {
        std::string text =
            "{\"order_id\":" + std::to_string(order) + ",\"number\":\"" + number + "\",\"lines\":[";
        for (const Line &line : lines)
            text += "{\"p\":" + std::to_string(line.product) +
                    ",\"q\":" + std::to_string(line.quantity) + "},";
        text.back() = ']';
        return text + '}';
    }

    qint64 below(qint64 limit)
    {
        m_chance = m_chance * 1'664'525 + 1'013'904'223;
        return (m_chance >> 8) % limit;
    }

    RawStatement m_order, m_line, m_saga, m_event, m_stock, m_ledger, m_payment, m_confirm,
        m_sagaEnd;
    RawSql &m_sql;
    qint64 m_count = 0;
    quint32 m_chance = 12345;
};

bool makeShop(RawSql &sql)
{
    if (!sql.run(Schema) || !sql.run("BEGIN"))
        return false;
    RawStatement product = sql.prepare("INSERT INTO product VALUES (?1, ?2, ?3, 1999)");
    RawStatement stock = sql.prepare("INSERT INTO stock VALUES (?1, 100000000, 0, 0)");
    for (qint64 i = 1; i <= Products; ++i) {
        const std::string text = std::to_string(i);
        if (!product.run(i, "SKU-" + text, "Product number " + text) || !stock.run(i))
            return false;
    }
    return sql.run("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
}

bool commitGroup(RawSql &sql, Checkouts &checkouts, int group)
{
    bool isDone = sql.begin();
    for (int i = 0; i < group && isDone; ++i)
        isDone = (group == 1 || sql.setSavepoint()) && checkouts.run() &&
                 (group == 1 || sql.releaseSavepoint());
    return isDone && sql.commit();
}

} // namespace

Figures rawCheckouts(const QString &file, int group, double seconds)
{
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(file + QLatin1StringView(suffix));
    RawSql sql(file);
    Figures figures;
    if (!sql.isOpen() || !makeShop(sql))
        return figures;
    Checkouts checkouts(sql);
    QElapsedTimer all;
    all.start();
    while (double(all.nsecsElapsed()) < seconds * 1e9) {
        QElapsedTimer one;
        one.start();
        if (!commitGroup(sql, checkouts, group))
            return {};
        figures.timesNs.append(one.nsecsElapsed());
        figures.count += group;
    }
    figures.elapsedNs = all.nsecsElapsed();
    return figures;
}

} // namespace tp::bench

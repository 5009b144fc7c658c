// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/simulatedbooks.h"

#include <QCryptographicHash>

#include <map>

using namespace Qt::StringLiterals;

namespace tp::test {

namespace {

/// An order with what its payments say, for all that is asked of them together.
#define TP_ORDERS_AND_PAYMENTS                                                                     \
    "FROM (SELECT o.*, COALESCE(SUM(p.captured), 0) AS captured, "                                 \
    "COALESCE(SUM(p.refunded), 0) AS back, COALESCE(SUM(p.refunding), 0) AS asked_back, "          \
    "COALESCE(SUM(p.status IN ('authorized', 'unknown')), 0) AS hanging, "                         \
    "COALESCE(SUM(p.status = 'pending'), 0) AS waiting "                                           \
    "FROM orders o LEFT JOIN payments p ON p.order_id = o.id GROUP BY o.id) o "
#define TP_SOLD "('confirmed', 'fulfilled', 'completed', 'partially_returned', 'returned')"

QString textAt(const storage::Rows &rows, int column)
{
    const std::string_view text = rows.text(column);
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

QStringList SimulatedBooks::faults(const std::vector<OrderId> &acknowledged)
{
    checkStock();
    checkOrders();
    checkNumbers();
    checkGateway();
    checkPromises(acknowledged);
    none("a saga has not ended",
         "SELECT id || ' ' || kind || ' ' || state || ' step ' || step || ' ' || "
         "COALESCE(failure_detail, '') FROM sagas WHERE state NOT IN ('completed', 'compensated')");
    return m_faults;
}

QByteArray SimulatedBooks::digest()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const char *sql :
         {"SELECT id || status || total || paid_total || refunded_total || version || updated_at "
          "FROM orders ORDER BY id",
          "SELECT id || state || steps || version FROM sagas ORDER BY id",
          "SELECT payment_id || seq || at || action || outcome || key || amount "
          "FROM payment_entries ORDER BY payment_id, seq",
          "SELECT id || product_id || delta || on_hand_after FROM stock_movements ORDER BY seq"}) {
        auto rows = m_session.query(sql);
        while (rows.next()) {
            const std::string_view row = rows.text(0);
            hash.addData(QByteArrayView(row.data(), qsizetype(row.size())));
        }
    }
    return hash.result().toHex();
}

qint64 SimulatedBooks::number(const char *sql)
{
    auto rows = m_session.query(sql);
    return rows.next() ? rows.integer(0) : -1;
}

QStringList SimulatedBooks::story(const std::string &id)
{
    QStringList story;
    std::string order = id;
    {
        auto rows = m_session.query("SELECT subject_id FROM sagas WHERE id = $1", {id});
        if (rows.next())
            order = std::string(rows.text(0));
    }
    tell("SELECT id || ' ' || status || ' total ' || total || ' rounding ' || rounding || ' paid ' "
         "|| paid_total || ' refunded ' || refunded_total FROM orders WHERE id = $1",
         order, story);
    tell("SELECT created_at || ' payment ' || position || ' ' || method || ' ' || status || ' ' || "
         "amount || ' captured ' || captured || ' refunded ' || refunded || ' ' || id "
         "FROM payments WHERE order_id = $1 ORDER BY position",
         order, story);
    tell("SELECT e.at || ' ' || p.position || ' ' || e.action || ' ' || e.outcome || ' ' || "
         "COALESCE(e.code, '') || ' ' || e.amount || ' ' || e.key FROM payment_entries e JOIN "
         "payments p ON p.id = e.payment_id WHERE p.order_id = $1 ORDER BY e.at, p.position, e.seq",
         order, story);
    tell("SELECT at || ' ' || what || ' ' || text FROM order_events WHERE order_id = $1 "
         "ORDER BY seq",
         order, story);
    tell("SELECT id || ' ' || kind || ' ' || state || ' ' || COALESCE(failure_detail, '') || ' ' "
         "|| steps FROM sagas WHERE subject_id = $1 ORDER BY id",
         order, story);
    return story;
}

void SimulatedBooks::tell(const char *sql, const std::string &order, QStringList &story)
{
    auto rows = m_session.query(sql, {order});
    while (rows.next())
        story.append(textAt(rows, 0));
}

/// The question is for what must not be there.
void SimulatedBooks::none(const char *what, const char *sql)
{
    auto rows = m_session.query(sql);
    while (rows.next())
        m_faults.append(u"%1: %2"_s.arg(QLatin1StringView(what), textAt(rows, 0)));
    if (const auto read = rows.finish(); !read)
        m_faults.append(u"%1: %2"_s.arg(QLatin1StringView(what), read.error().detail));
}

void SimulatedBooks::checkStock()
{
    none("the ledger is not the level",
         "SELECT b.product_id FROM stock_balances b WHERE b.on_hand <> (SELECT "
         "COALESCE(SUM(m.delta), 0) FROM stock_movements m WHERE m.product_id = b.product_id AND "
         "m.location_id = b.location_id)");
    none("what is reserved is not what orders hold",
         "SELECT b.product_id FROM stock_balances b WHERE b.reserved <> (SELECT "
         "COALESCE(SUM(r.quantity), 0) FROM stock_reservations r WHERE r.product_id = b.product_id "
         "AND r.location_id = b.location_id)");
    none("goods are held for an order with which nothing is done",
         "SELECT r.order_id || ' ' || o.status FROM stock_reservations r JOIN orders o "
         "ON o.id = r.order_id WHERE NOT EXISTS (SELECT 1 FROM open_sagas s "
         "WHERE s.subject_id = r.order_id)");
    none("what left the shelf is not what was sold",
         "SELECT p.id FROM products p WHERE (SELECT COALESCE(SUM(m.delta), 0) FROM stock_movements "
         "m WHERE m.product_id = p.id AND m.reason <> 'received') + (SELECT COALESCE(SUM("
         "l.quantity - l.returned), 0) FROM order_lines l JOIN orders o ON o.id = l.order_id "
         "WHERE l.product_id = p.id AND o.status IN " TP_SOLD ") <> 0");
}

void SimulatedBooks::checkOrders()
{
    none("lines do not sum to their order",
         "SELECT o.id FROM orders o WHERE (o.total, o.tax_total, o.discount_total) <> (SELECT "
         "SUM(l.total), SUM(l.tax), SUM(l.discount) FROM order_lines l WHERE l.order_id = o.id)");
    none("a payment hangs",
         "SELECT o.id || ' ' || o.status " TP_ORDERS_AND_PAYMENTS
         "WHERE o.hanging > 0 OR o.asked_back > 0 OR (o.waiting > 0 AND o.status <> 'pending')");
    none("an order is sold and not paid as it says",
         "SELECT o.id || ' ' || o.status " TP_ORDERS_AND_PAYMENTS "WHERE o.status IN " TP_SOLD
         " AND (o.paid_total <> o.total + o.rounding "
         "OR o.captured - o.back <> o.paid_total - o.refunded_total)");
    none("money was kept for an order that is none",
         "SELECT o.id || ' ' || o.status || ' ' || (o.captured - o.back) " TP_ORDERS_AND_PAYMENTS
         "WHERE o.status NOT IN " TP_SOLD " AND o.captured <> o.back AND NOT EXISTS "
         "(SELECT 1 FROM attention a WHERE a.order_id = o.id AND a.kind = 'refund_short') AND NOT "
         "EXISTS (SELECT 1 FROM sagas s WHERE s.subject_id = o.id AND s.steps LIKE '%abandoned%')");
    none("an order is neither here nor there", "SELECT id FROM orders WHERE status = 'reserved'");
    none("a sold order has no number, or another has one",
         "SELECT id FROM orders WHERE number IS NULL AND status IN " TP_SOLD
         " OR number IS NOT NULL AND status IN ('pending', 'rejected')");
}

void SimulatedBooks::checkNumbers()
{
    none("a series has a gap",
         "SELECT substr(number, 1, instr(number, '-')) || COUNT(*) FROM orders "
         "WHERE number IS NOT NULL GROUP BY substr(number, 1, instr(number, '-')) "
         "HAVING COUNT(*) <> MAX(CAST(substr(number, instr(number, '-') + 1) AS INTEGER))");
}

/// Each act of the gateway is one of ours, none of ours is missing there, nothing is held.
void SimulatedBooks::checkGateway()
{
    struct Done
    {
        qint64 amount = 0;
        std::string payment;
    };
    std::map<std::string, Done> ours;
    auto rows = m_session.query(
        "SELECT key, amount, payment_id FROM payment_entries e WHERE outcome = 'done' AND EXISTS "
        "(SELECT 1 FROM payment_entries a WHERE a.key = e.key AND a.outcome = 'asked')");
    while (rows.next())
        ours[std::string(rows.text(0))] = {rows.integer(1), std::string(rows.text(2))};
    std::map<std::string, int> held; // By payment: authorized, and neither captured nor let go.
    for (const FakePaymentGateway::Act &act : m_gateway.acts()) {
        const auto known = ours.find(act.key);
        const QString key = QString::fromStdString(act.key);
        if (known == ours.end()) {
            m_faults.append(u"the gateway did what we do not know: "_s + key);
            continue;
        }
        if (known->second.amount != act.amount.minor())
            m_faults.append(u"the gateway has another amount: "_s + key);
        if (act.action != payments::Action::Refund)
            held[known->second.payment] += act.action == payments::Action::Authorize ? 1 : -1;
        ours.erase(known);
    }
    for (const auto &[payment, count] : held) {
        if (count != 0)
            m_faults.append(u"an authorization is left behind: "_s +
                            QString::fromStdString(payment));
    }
    for (const auto &[key, done] : ours)
        m_faults.append(u"the gateway does not know: "_s + QString::fromStdString(key));
    const qint64 kept = number("SELECT COALESCE(SUM(captured - refunded), 0) FROM payments "
                               "WHERE method = 'card'");
    if (kept != m_gateway.keptMinor())
        m_faults.append(u"the gateway keeps %1, we say %2"_s.arg(m_gateway.keptMinor()).arg(kept));
}

void SimulatedBooks::checkPromises(const std::vector<OrderId> &acknowledged)
{
    for (const OrderId &id : acknowledged) {
        auto rows = m_session.query("SELECT 1 FROM orders WHERE id = $1", {id});
        if (!rows.next())
            m_faults.append(u"an acknowledged order is gone: "_s + id.toQString());
    }
}

} // namespace tp::test

-- A sale of three lines as pgbench does it: the statements of rawcheckouts.cpp and the counter's
-- row, which is held from the number to the commit. The products are in order, so that no two wait
-- for each other.
\set x random(1, 10000)
\set y random(1, 10000)
\set z random(1, 10000)
\set p1 least(:x, :y, :z)
\set p3 greatest(:x, :y, :z)
\set p2 :x + :y + :z - :p1 - :p3
\set customer random(1, 5000)
BEGIN;
INSERT INTO orders (customer_id, status, total, created_at)
VALUES (:customer, 'pending', 4999, 1700000000) RETURNING id AS order \gset
INSERT INTO order_line (order_id, product_id, qty, price) VALUES (:order, :p1, 1, 1999);
INSERT INTO order_line (order_id, product_id, qty, price) VALUES (:order, :p2, 2, 1999);
INSERT INTO order_line (order_id, product_id, qty, price) VALUES (:order, :p3, 3, 1999);
INSERT INTO saga (order_id, state, step, data, updated_at)
VALUES (:order, 'started', 0, '{"lines":[{"p":1,"q":1},{"p":2,"q":2},{"p":3,"q":3}]}', 1700000000);
INSERT INTO outbox (topic, payload, created_at)
VALUES ('order.created', '{"lines":[{"p":1,"q":1},{"p":2,"q":2},{"p":3,"q":3}]}', 1700000000);
UPDATE stock SET qty = qty - 1, version = version + 1
WHERE product_id = :p1 AND qty >= 1;
INSERT INTO stock_ledger (product_id, order_id, delta, reason, created_at)
VALUES (:p1, :order, -1, 'sale', 1700000000);
UPDATE stock SET qty = qty - 2, version = version + 1
WHERE product_id = :p2 AND qty >= 2;
INSERT INTO stock_ledger (product_id, order_id, delta, reason, created_at)
VALUES (:p2, :order, -2, 'sale', 1700000000);
UPDATE stock SET qty = qty - 3, version = version + 1
WHERE product_id = :p3 AND qty >= 3;
INSERT INTO stock_ledger (product_id, order_id, delta, reason, created_at)
VALUES (:p3, :order, -3, 'sale', 1700000000);
INSERT INTO payment (order_id, idem, method, amount, status, created_at)
VALUES (:order, 'K' || :order, 'cash', 4999, 'captured', 1700000000);
UPDATE counter SET next = next + 1 WHERE series = 'T1' RETURNING next AS number \gset
UPDATE orders SET status = 'confirmed', number = 'T1-' || :number WHERE id = :order;
INSERT INTO outbox (topic, payload, created_at)
VALUES ('order.confirmed', '{"lines":[{"p":1,"q":1},{"p":2,"q":2},{"p":3,"q":3}]}', 1700000000);
UPDATE saga SET state = 'confirmed', step = 3, updated_at = 1700000001 WHERE order_id = :order;
COMMIT;

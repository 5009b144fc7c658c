-- What lies at the shop's default location: what a file of products calls stock, in and out.
CREATE VIEW default_stock AS
SELECT b.product_id, b.on_hand
FROM stock_balances b JOIN locations l ON l.id = b.location_id
WHERE l.is_default = 1;

-- Where goods lie and how many. Quantities are thousandths of the product's unit.
CREATE TABLE locations (
    id          TEXT    PRIMARY KEY,
    name        TEXT    NOT NULL,
    name_key    TEXT    NOT NULL, -- folded
    is_default  INTEGER NOT NULL DEFAULT 0 CHECK (is_default IN (0, 1)),
    version     INTEGER NOT NULL CHECK (version > 0),
    create_hash TEXT    NOT NULL,
    created_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--;;
CREATE UNIQUE INDEX locations_name_key ON locations (name_key);
--;;
CREATE UNIQUE INDEX locations_default ON locations (is_default) WHERE is_default = 1;
--;;
CREATE INDEX locations_by_name ON locations (name_key, id);
--;;
INSERT INTO locations (id, name, name_key, is_default, version, create_hash, created_at)
VALUES ('01900000-0000-7000-8000-000000000001', 'Main', 'main', 1, 1, '',
        CAST(strftime('%s', 'now') AS INTEGER) * 1000);
--;;
-- What is there now: follows the movements. May be below zero: a sale that has happened is
-- recorded, whatever the count said.
CREATE TABLE stock_balances (
    product_id  TEXT    NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    location_id TEXT    NOT NULL REFERENCES locations (id),
    on_hand     INTEGER NOT NULL CONSTRAINT stock_balances_on_hand
                        CHECK (on_hand BETWEEN -1000000000000000 AND 1000000000000000),
    reserved    INTEGER NOT NULL DEFAULT 0 CONSTRAINT stock_balances_reserved
                        CHECK (reserved BETWEEN 0 AND 1000000000000000),
    PRIMARY KEY (product_id, location_id)
) STRICT, WITHOUT ROWID;
--;;
CREATE INDEX stock_balances_of_location ON stock_balances (location_id, product_id);
--;;
-- The balances of a product over all locations, kept by triggers: a list of products looks up one
-- row each. The row outlives its product, because the product's movements hang on it.
CREATE TABLE stock_totals (
    product_id   TEXT    PRIMARY KEY,
    on_hand      INTEGER NOT NULL,
    reserved     INTEGER NOT NULL CHECK (reserved >= 0),
    movement_seq INTEGER -- the newest of its movements
) STRICT, WITHOUT ROWID;
--;;
CREATE TRIGGER stock_balances_insert AFTER INSERT ON stock_balances BEGIN
    INSERT INTO stock_totals (product_id, on_hand, reserved)
    VALUES (NEW.product_id, NEW.on_hand, NEW.reserved)
    ON CONFLICT (product_id) DO UPDATE
    SET on_hand = on_hand + excluded.on_hand, reserved = reserved + excluded.reserved;
END;
--;;
CREATE TRIGGER stock_balances_update AFTER UPDATE OF on_hand, reserved ON stock_balances BEGIN
    UPDATE stock_totals
    SET on_hand = on_hand + NEW.on_hand - OLD.on_hand,
        reserved = reserved + NEW.reserved - OLD.reserved
    WHERE product_id = NEW.product_id;
END;
--;;
CREATE TRIGGER stock_balances_delete AFTER DELETE ON stock_balances BEGIN
    UPDATE stock_totals
    SET on_hand = on_hand - OLD.on_hand, reserved = reserved - OLD.reserved
    WHERE product_id = OLD.product_id;
END;
--;;
-- The ledger: append-only, and without a foreign key, because it outlives a product that was
-- deleted without ever having been sold. A movement is written after its balance. Those of a
-- product are a chain from its total, newest first: an index by product would change a page far
-- from the others for each line of a sale, and the total's is changed anyway.
CREATE TABLE stock_movements (
    seq           INTEGER PRIMARY KEY, -- newest first is by this
    id            TEXT    NOT NULL,
    product_id    TEXT    NOT NULL,
    location_id   TEXT    NOT NULL REFERENCES locations (id),
    delta         INTEGER NOT NULL CHECK (delta BETWEEN -1000000000000000 AND 1000000000000000),
    on_hand_after INTEGER NOT NULL,
    reason        TEXT    NOT NULL CHECK (reason <> ''),
    note          TEXT,
    actor         TEXT,
    create_hash   TEXT, -- where a client chose the id
    created_at    INTEGER NOT NULL,
    previous_seq  INTEGER -- the movement of the same product before this one
) STRICT;
--;;
CREATE UNIQUE INDEX stock_movements_id ON stock_movements (id);
--;;
CREATE TRIGGER stock_movements_checked AFTER INSERT ON stock_movements BEGIN
    SELECT RAISE(ABORT, 'stock_movements: on_hand_after is not the balance')
    WHERE NEW.on_hand_after IS NOT (SELECT on_hand FROM stock_balances
                                    WHERE product_id = NEW.product_id
                                      AND location_id = NEW.location_id);
    SELECT RAISE(ABORT, 'stock_movements: previous_seq is not the newest')
    WHERE NEW.previous_seq IS NOT (SELECT movement_seq FROM stock_totals
                                   WHERE product_id = NEW.product_id);
    UPDATE stock_totals SET movement_seq = NEW.seq WHERE product_id = NEW.product_id;
END;
--;;
CREATE TRIGGER stock_movements_no_update BEFORE UPDATE ON stock_movements BEGIN
    SELECT RAISE(ABORT, 'stock_movements is append-only');
END;
--;;
CREATE TRIGGER stock_movements_no_delete BEFORE DELETE ON stock_movements BEGIN
    SELECT RAISE(ABORT, 'stock_movements is append-only');
END;
--;;
-- What other parts of the shop may read: a product that never moved has no row.
CREATE VIEW stock_levels AS SELECT product_id, on_hand, reserved FROM stock_totals;

-- What a shop decides once for all of its registers. One row.
CREATE TABLE settings (
    id                 INTEGER PRIMARY KEY CHECK (id = 1),
    shop_name          TEXT    NOT NULL,
    currency           TEXT    NOT NULL CHECK (length(currency) = 3),
    prices_include_tax INTEGER NOT NULL CHECK (prices_include_tax IN (0, 1)),
    version            INTEGER NOT NULL CHECK (version > 0),
    updated_at         INTEGER NOT NULL
) STRICT;
--;;
-- A class may have several rates, each from a day on. Parts per million: 190000 is 19 %.
-- The key's columns come first: SQLite 3.40's integrity_check mistakes others for NULL without.
CREATE TABLE tax_classes (
    code       TEXT    NOT NULL,
    valid_from INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    rate_ppm   INTEGER NOT NULL CHECK (rate_ppm BETWEEN 0 AND 1000000),
    PRIMARY KEY (code, valid_from)
) STRICT, WITHOUT ROWID;

-- What a shop decides once for all of its registers. One row.
CREATE TABLE settings (
    id                 BIGINT   PRIMARY KEY CHECK (id = 1),
    shop_name          TEXT     NOT NULL,
    currency           TEXT     COLLATE "C" NOT NULL CHECK (length(currency) = 3),
    prices_include_tax SMALLINT NOT NULL CHECK (prices_include_tax IN (0, 1)),
    version            BIGINT   NOT NULL CHECK (version > 0),
    updated_at         BIGINT   NOT NULL
);
--;;
-- A class may have several rates, each from a day on. Parts per million: 190000 is 19 %.
CREATE TABLE tax_classes (
    code       TEXT   COLLATE "C" NOT NULL,
    valid_from BIGINT NOT NULL,
    name       TEXT   NOT NULL,
    rate_ppm   BIGINT NOT NULL CHECK (rate_ppm BETWEEN 0 AND 1000000),
    PRIMARY KEY (code, valid_from)
);

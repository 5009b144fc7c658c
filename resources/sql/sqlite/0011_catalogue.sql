-- What the shop sells, and the tree it is sorted into.
CREATE TABLE categories (
    id          TEXT    PRIMARY KEY,
    name        TEXT    NOT NULL,
    name_key    TEXT    NOT NULL, -- folded: accents and case do not matter
    parent_id   TEXT    REFERENCES categories (id),
    position    INTEGER NOT NULL,
    version     INTEGER NOT NULL CHECK (version > 0),
    create_hash TEXT    NOT NULL, -- of the body that made it: the same again is the same thing
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    CHECK (parent_id <> id)
) STRICT, WITHOUT ROWID;
--;;
-- Siblings differ in name, so that a path such as Drinks/Coffee names one category.
CREATE UNIQUE INDEX categories_sibling_name ON categories (coalesce(parent_id, ''), name_key);
--;;
CREATE INDEX categories_in_order ON categories (position, name_key, id);
--;;
CREATE INDEX categories_of_parent ON categories (parent_id, position, name_key, id);
--;;
CREATE TABLE products (
    id          TEXT    NOT NULL,
    sku         TEXT    NOT NULL,
    sku_key     TEXT    NOT NULL, -- without case
    name        TEXT    NOT NULL,
    name_key    TEXT    NOT NULL, -- folded: what lists are in the order of
    description TEXT    NOT NULL,
    category_id TEXT    REFERENCES categories (id),
    price_minor INTEGER NOT NULL CHECK (price_minor BETWEEN 0 AND 1000000000000000),
    currency    TEXT    NOT NULL CHECK (length(currency) = 3),
    tax_class   TEXT    NOT NULL,
    unit        TEXT    NOT NULL CHECK (unit IN ('each', 'kg', 'l', 'm')),
    when_short  TEXT    NOT NULL CHECK (when_short IN ('refuse', 'allow', 'warn')),
    low_stock   INTEGER CHECK (low_stock >= 0), -- thousandths; none: nobody watches
    active      INTEGER NOT NULL CHECK (active IN (0, 1)),
    ever_sold   INTEGER NOT NULL DEFAULT 0 CHECK (ever_sold IN (0, 1)),
    barcodes    TEXT    NOT NULL, -- a JSON array, as it is answered
    attributes  TEXT    NOT NULL, -- a JSON object in canonical form
    search_text TEXT    NOT NULL, -- folded words, each with a space before and after it
    -- Rises in the order of (name_key, id), with gaps: the row in product_search. Without one a
    -- product is not in there, which is so only while places are given anew.
    place       INTEGER,
    image_hash  TEXT,
    create_hash TEXT    NOT NULL,
    version     INTEGER NOT NULL CHECK (version > 0),
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL
) STRICT;
--;;
CREATE UNIQUE INDEX products_id ON products (id);
--;;
CREATE UNIQUE INDEX products_sku_key ON products (sku_key);
--;;
CREATE INDEX products_by_name ON products (name_key, id);
--;;
CREATE INDEX products_active_by_name ON products (active, name_key, id);
--;;
CREATE INDEX products_category_by_name ON products (category_id, active, name_key, id);
--;;
CREATE UNIQUE INDEX products_place ON products (place);
--;;
CREATE INDEX products_watched ON products (id) WHERE low_stock IS NOT NULL;
--;;
-- Which product a barcode is. Kept in the unit of work that writes products.barcodes.
CREATE TABLE product_barcodes (
    barcode    TEXT PRIMARY KEY,
    product_id TEXT NOT NULL REFERENCES products (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
--;;
CREATE INDEX product_barcodes_of_product ON product_barcodes (product_id);
--;;
-- Words by their beginnings, found in the order of the list because a row is numbered by its place.
-- The text itself stays in products. Kept in the unit of work that writes search_text and place, and
-- not by triggers: a schema that is not trusted may not reach virtual tables. SearchTerms knows the
-- lengths of prefix.
CREATE VIRTUAL TABLE product_search USING fts5 (
    search_text,
    content = 'products',
    content_rowid = 'place',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co Cf'",
    prefix = '1 2 3 4 6 8',
    detail = none,
    columnsize = 0
);
--;;
-- What other parts of the shop may read of a product.
CREATE VIEW stocked_products AS
SELECT id AS product_id, sku, name, name_key, unit, low_stock, when_short, active FROM products;

-- What the shop sells, and the tree it is sorted into.
CREATE TABLE categories (
    id          TEXT   COLLATE "C" PRIMARY KEY,
    name        TEXT   COLLATE "C" NOT NULL,
    name_key    TEXT   COLLATE "C" NOT NULL, -- folded: accents and case do not matter
    parent_id   TEXT   COLLATE "C" REFERENCES categories (id),
    position    BIGINT NOT NULL,
    version     BIGINT NOT NULL CHECK (version > 0),
    create_hash TEXT   NOT NULL, -- of the body that made it: the same again is the same thing
    created_at  BIGINT NOT NULL,
    updated_at  BIGINT NOT NULL,
    CHECK (parent_id <> id)
);
--;;
-- Siblings differ in name, so that a path such as Drinks/Coffee names one category.
CREATE UNIQUE INDEX categories_sibling_name ON categories (coalesce(parent_id, ''), name_key);
--;;
CREATE INDEX categories_in_order ON categories (position, name_key, id);
--;;
CREATE INDEX categories_of_parent ON categories (parent_id, position, name_key, id);
--;;
CREATE TABLE products (
    id          TEXT     COLLATE "C" NOT NULL,
    sku         TEXT     COLLATE "C" NOT NULL,
    sku_key     TEXT     COLLATE "C" NOT NULL, -- without case
    name        TEXT     COLLATE "C" NOT NULL,
    name_key    TEXT     COLLATE "C" NOT NULL, -- folded: what lists are in the order of
    description TEXT     COLLATE "C" NOT NULL,
    category_id TEXT     COLLATE "C" REFERENCES categories (id),
    price_minor BIGINT   NOT NULL CHECK (price_minor BETWEEN 0 AND 1000000000000000),
    currency    TEXT     COLLATE "C" NOT NULL CHECK (length(currency) = 3),
    tax_class   TEXT     COLLATE "C" NOT NULL,
    unit        TEXT     COLLATE "C" NOT NULL CHECK (unit IN ('each', 'kg', 'l', 'm')),
    when_short  TEXT     COLLATE "C" NOT NULL CHECK (when_short IN ('refuse', 'allow', 'warn')),
    low_stock   BIGINT   CHECK (low_stock >= 0), -- thousandths; none: nobody watches
    active      SMALLINT NOT NULL CHECK (active IN (0, 1)),
    ever_sold   SMALLINT NOT NULL DEFAULT 0 CHECK (ever_sold IN (0, 1)),
    barcodes    TEXT     COLLATE "C" NOT NULL, -- a JSON array, as it is answered
    attributes  TEXT     COLLATE "C" NOT NULL, -- a JSON object in canonical form
    search_text TEXT     COLLATE "C" NOT NULL, -- folded words, each with a space before and after
    image_hash  TEXT     COLLATE "C",
    create_hash TEXT     COLLATE "C" NOT NULL,
    version     BIGINT   NOT NULL CHECK (version > 0),
    created_at  BIGINT   NOT NULL,
    updated_at  BIGINT   NOT NULL,
    -- The words as they are, without a parser that has ideas of its own about them.
    search_words tsvector NOT NULL GENERATED ALWAYS AS
        (array_to_tsvector(string_to_array(btrim(search_text, ' '), ' '))) STORED,
    CONSTRAINT products_id PRIMARY KEY (id)
);
--;;
CREATE UNIQUE INDEX products_sku_key ON products (sku_key);
--;;
CREATE INDEX products_by_name ON products (name_key, id);
--;;
CREATE INDEX products_active_by_name ON products (active, name_key, id);
--;;
CREATE INDEX products_category_by_name ON products (category_id, active, name_key, id);
--;;
CREATE INDEX products_watched ON products (id) WHERE low_stock IS NOT NULL;
--;;
CREATE INDEX products_search_words ON products USING gin (search_words);
--;;
-- Which product a barcode is. Kept in the unit of work that writes products.barcodes.
CREATE TABLE product_barcodes (
    barcode    TEXT COLLATE "C" PRIMARY KEY,
    product_id TEXT COLLATE "C" NOT NULL REFERENCES products (id) ON DELETE CASCADE
);
--;;
CREATE INDEX product_barcodes_of_product ON product_barcodes (product_id);
--;;
-- What other parts of the shop may read of a product.
CREATE VIEW stocked_products AS
SELECT id AS product_id, sku, name, name_key, unit, low_stock, when_short, active FROM products;

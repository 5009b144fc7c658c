-- Which tax classes products name: these stay.
CREATE INDEX products_of_tax_class ON products (tax_class);
--;;
CREATE VIEW used_tax_classes AS SELECT tax_class AS code FROM products;

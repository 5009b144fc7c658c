-- What a shop decides about its people, how it is called, and how it rounds.
ALTER TABLE settings ADD COLUMN shop_address TEXT NOT NULL DEFAULT '';
--;;
ALTER TABLE settings ADD COLUMN shop_tax_id TEXT NOT NULL DEFAULT '';
--;;
ALTER TABLE settings ADD COLUMN registration_open INTEGER NOT NULL DEFAULT 1
    CHECK (registration_open IN (0, 1));
--;;
-- Roles that need a second factor, as in users.roles.
ALTER TABLE settings ADD COLUMN totp_roles INTEGER NOT NULL DEFAULT 0
    CHECK (totp_roles BETWEEN 0 AND 31);
--;;
ALTER TABLE settings ADD COLUMN tax_rounding TEXT NOT NULL DEFAULT 'line'
    CHECK (tax_rounding IN ('line', 'group'));
--;;
-- A JSON object: currency to the smallest amount that is paid in cash, in minor units.
ALTER TABLE settings ADD COLUMN cash_rounding TEXT NOT NULL DEFAULT '{}';
--;;
-- A JSON array of prefix and kind.
ALTER TABLE settings ADD COLUMN scale_barcodes TEXT NOT NULL DEFAULT '[]';
--;;
CREATE VIEW shop_policies AS SELECT registration_open, totp_roles FROM settings WHERE id = 1;

-- What a shop decides about its people and how it is called.
ALTER TABLE settings ADD COLUMN shop_address TEXT   COLLATE "C" NOT NULL DEFAULT '';
--;;
ALTER TABLE settings ADD COLUMN shop_tax_id TEXT   COLLATE "C" NOT NULL DEFAULT '';
--;;
ALTER TABLE settings ADD COLUMN registration_open BIGINT NOT NULL DEFAULT 1
    CHECK (registration_open IN (0, 1));
--;;
-- Roles that need a second factor, as in users.roles.
ALTER TABLE settings ADD COLUMN totp_roles BIGINT NOT NULL DEFAULT 0
    CHECK (totp_roles BETWEEN 0 AND 31);
--;;
CREATE VIEW shop_policies AS SELECT registration_open, totp_roles FROM settings WHERE id = 1;

-- #region expand
SET lock_timeout = '2s';
-- the default keeps instances of the old version working: they do not send a currency
ALTER TABLE payment ADD COLUMN currency text DEFAULT 'EUR';
ALTER TABLE payment ADD CONSTRAINT payment_currency_not_null
  NOT NULL currency NOT VALID;                       -- PostgreSQL 18
-- #endregion expand

-- #region expand
SET LOCAL lock_timeout = '2s';  -- rather fail than make the shop wait
-- no default: a catalog change only
ALTER TABLE orders ADD COLUMN total numeric(10,2);
-- #endregion expand

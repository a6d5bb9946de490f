-- #region not-null
SET LOCAL lock_timeout = '2s';
ALTER TABLE orders ADD CONSTRAINT orders_total_not_null
  NOT NULL total NOT VALID;  -- PostgreSQL 18: new rows only, no scan
-- #endregion not-null

-- #region validate
-- reads the whole table, while others read and write
ALTER TABLE orders VALIDATE CONSTRAINT orders_total_not_null;
-- #endregion validate

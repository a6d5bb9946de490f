-- #region validate
-- reads the whole table, yet lets others read and write meanwhile
ALTER TABLE payment VALIDATE CONSTRAINT payment_currency_not_null;
-- #endregion validate

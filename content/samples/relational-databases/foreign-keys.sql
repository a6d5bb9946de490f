-- What happens to the children when a parent row goes.
\ir sample-data.sql
\echo == foreign-keys

-- #region delete
SELECT count(*) AS items_before FROM order_item;
DELETE FROM orders WHERE id = 2;  -- unpaid: its item goes with it (CASCADE)
SELECT count(*) AS items_after FROM order_item;

\set ON_ERROR_STOP off
DELETE FROM orders WHERE id = 1;  -- paid: payment has no CASCADE, so this fails
-- #endregion delete

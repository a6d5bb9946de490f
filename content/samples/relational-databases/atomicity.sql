-- A transaction that fails halfway leaves nothing behind.
\ir sample-data.sql
\set VERBOSITY terse
\echo == atomicity
\set ON_ERROR_STOP off

-- #region abort
BEGIN;
INSERT INTO orders (customer_id) VALUES (2);        -- fine so far
UPDATE product SET stock = stock - 1 WHERE id = 3;  -- no bags left: CHECK fails
SELECT count(*) FROM orders;                        -- refused, even to read
COMMIT;                                             -- answers ROLLBACK

SELECT count(*) AS orders_of_ben FROM orders WHERE customer_id = 2;
-- #endregion abort

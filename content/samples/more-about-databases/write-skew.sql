-- A rule that spans rows: a customer's open orders may reach 500 euro together.
-- \! runs a second psql, which plays session B. Needs an empty database.
\set QUIET on
CREATE TABLE open_order (
  id int GENERATED ALWAYS AS IDENTITY, customer_id int, amount numeric(10,2));
INSERT INTO open_order (customer_id, amount) VALUES (1, 200.00);
\set ON_ERROR_STOP off
\o output/write-skew.txt
\qecho 'REPEATABLE READ'
-- #region skew
BEGIN ISOLATION LEVEL REPEATABLE READ;                            -- session A
SELECT sum(amount) FROM open_order WHERE customer_id = 1;         -- 300 is free
\! psql -qX -f session-b.sql -v level='REPEATABLE READ'
INSERT INTO open_order (customer_id, amount) VALUES (1, 300.00);  -- session A
COMMIT;

SELECT sum(amount) AS open_total FROM open_order WHERE customer_id = 1;
-- #endregion skew
\o
DELETE FROM open_order WHERE amount = 300;

-- #region serializable
BEGIN ISOLATION LEVEL SERIALIZABLE;                                -- session A
SELECT sum(amount) FROM open_order WHERE customer_id = 1;
\! psql -qX -f session-b.sql -v level=SERIALIZABLE
INSERT INTO open_order (customer_id, amount) VALUES (1, 300.00);   -- session A
COMMIT;
-- #endregion serializable
SELECT sum(amount) AS open_total FROM open_order WHERE customer_id = 1;

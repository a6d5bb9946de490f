-- The rule: payments of an order never exceed its total. Order 2 costs 12.00 and nothing is paid yet.
\ir sample-data.sql
\setenv PGHOST :HOST
\setenv PGPORT :PORT
\setenv PGUSER :USER
\setenv PGDATABASE :DBNAME
\set VERBOSITY terse
\set ON_ERROR_STOP off

\set check 'SELECT coalesce(sum(amount), 0) AS paid FROM payment WHERE order_id = 2;'
\set pay 'INSERT INTO payment (order_id, amount) VALUES (2, 12.00);'

\echo == write-skew
\set b 'BEGIN ISOLATION LEVEL REPEATABLE READ;' :check :pay 'COMMIT'
\setenv SESSION_B :b
BEGIN ISOLATION LEVEL REPEATABLE READ;
:check
\! psql -Xqc "$SESSION_B" > /dev/null
:pay
COMMIT;
SELECT sum(amount) AS paid_for_12_00 FROM payment WHERE order_id = 2;

DELETE FROM payment WHERE order_id = 2;
\echo == serializable
-- #region serializable
\set check 'SELECT coalesce(sum(amount), 0) AS paid FROM payment WHERE order_id = 2;'
\set pay 'INSERT INTO payment (order_id, amount) VALUES (2, 12.00);'
\set b 'BEGIN ISOLATION LEVEL SERIALIZABLE;' :check :pay 'COMMIT'
\setenv SESSION_B :b

BEGIN ISOLATION LEVEL SERIALIZABLE;      -- session A
:check                                   -- nothing paid so far: go on

-- Session B checks the same, pays 12.00 and commits.
\! psql -Xqc "$SESSION_B" > /dev/null

:pay
COMMIT;
-- #endregion serializable
\echo :LAST_ERROR_SQLSTATE
SELECT sum(amount) AS paid_for_12_00 FROM payment WHERE order_id = 2;

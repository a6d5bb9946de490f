-- Two orders take the same two products in opposite order. Session B is a second psql in the background.
\ir sample-data.sql
\setenv PGHOST :HOST
\setenv PGPORT :PORT
\setenv PGUSER :USER
\setenv PGDATABASE :DBNAME
\set ON_ERROR_STOP off
\echo == deadlock

-- #region deadlock
-- A psql variable: ":take 1" below stands for the UPDATE of product 1.
\set take 'UPDATE product SET stock = stock - 1 WHERE id ='
\setenv TAKE :take

BEGIN;
:take 1;                             -- session A locks the mug

-- Session B locks the T-shirt (2), then waits for A's mug (1).
\! psql -Xqc "$TAKE 2; $TAKE 1" & sleep 3

:take 2;                             -- A waits for B's T-shirt: the circle is closed
COMMIT;
-- #endregion deadlock
\echo :LAST_ERROR_SQLSTATE

\! sleep 1
\echo == deadlock-stock
SELECT id, stock FROM product WHERE id IN (1, 2) ORDER BY id;

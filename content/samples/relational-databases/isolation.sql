-- Two buyers, five mugs. The second session is a second psql, started from the first.
\ir sample-data.sql
\setenv PGHOST :HOST
\setenv PGPORT :PORT
\setenv PGUSER :USER
\setenv PGDATABASE :DBNAME
\set VERBOSITY terse
\echo == lost-update

-- #region lost
-- Session A reads the stock and computes the new value in the program.
BEGIN;
SELECT stock AS seen FROM product WHERE id = 1 \gset

-- Session B sells two mugs meanwhile, and commits.
\! psql -Xqc "UPDATE product SET stock = stock - 2 WHERE id = 1"

-- Session A sells one: it writes 5 - 1 = 4. B's sale is lost; 2 would be right.
UPDATE product SET stock = :seen - 1 WHERE id = 1;
COMMIT;
SELECT stock FROM product WHERE id = 1;
-- #endregion lost

UPDATE product SET stock = 5 WHERE id = 1;
\echo == atomic-update
-- #region atomic
-- Cure 1: send the change, not the result. The database computes on the newest row.
BEGIN;
\! psql -Xqc "UPDATE product SET stock = stock - 2 WHERE id = 1"
UPDATE product SET stock = stock - 1 WHERE id = 1 AND stock >= 1;
COMMIT;
SELECT stock FROM product WHERE id = 1;
-- #endregion atomic

UPDATE product SET stock = 5 WHERE id = 1;
\echo == repeatable-read
\set ON_ERROR_STOP off
-- #region repeatable
-- Cure 2: a stricter isolation level. The second writer gets an error and must retry.
BEGIN ISOLATION LEVEL REPEATABLE READ;
SELECT stock AS seen FROM product WHERE id = 1 \gset
\! psql -Xqc "UPDATE product SET stock = stock - 2 WHERE id = 1"
UPDATE product SET stock = :seen - 1 WHERE id = 1;
ROLLBACK;
-- #endregion repeatable
\echo :LAST_ERROR_SQLSTATE

-- What UPDATE really does. Needs an empty database.
\set QUIET on
\ir setup.sql
SET jit = off;
\o output/row-versions.txt
-- #region versions
SELECT ctid, stock FROM product WHERE id = 1;
UPDATE product SET stock = stock - 1 WHERE id = 1;
UPDATE product SET stock = stock - 1 WHERE id = 1;
SELECT ctid, stock FROM product WHERE id = 1;

SELECT pg_size_pretty(pg_relation_size('product')) AS before;
UPDATE product SET stock = stock - 1;              -- all 10,000 rows
SELECT pg_size_pretty(pg_relation_size('product')) AS after_update;
VACUUM product;
UPDATE product SET stock = stock - 1;              -- reuses the freed space
SELECT pg_size_pretty(pg_relation_size('product')) AS after_second_update;
-- #endregion versions
\o

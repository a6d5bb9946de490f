-- Generated keys: who makes them, and why they have gaps.
\ir sample-data.sql
\echo == keys

-- #region gaps
INSERT INTO customer (name, email) VALUES ('Dan', 'dan@example.com')
RETURNING id;

BEGIN;
INSERT INTO customer (name, email) VALUES ('Eve', 'eve@example.com')
RETURNING id;
ROLLBACK;  -- the row is gone, its number is not given back

INSERT INTO customer (name, email) VALUES ('Fay', 'fay@example.com')
RETURNING id;
-- #endregion gaps

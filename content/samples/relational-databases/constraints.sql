-- Five writes the schema must refuse.
\ir sample-data.sql
\set ON_ERROR_STOP off
\set VERBOSITY terse
\echo == constraints

-- #region refused
INSERT INTO customer (name, email) VALUES ('Ana B.', 'ana@example.com');
UPDATE product SET stock = stock - 9 WHERE sku = 'TEE-01';
INSERT INTO orders (customer_id) VALUES (999);
UPDATE orders SET status = 'payed' WHERE id = 1;
DELETE FROM customer WHERE id = 1;
-- #endregion refused

-- A role for the application with just the rights it needs, tried on the rows of sample-data.sql.
\ir sample-data.sql

\echo == grant
-- #region grant
CREATE ROLE shop_rights NOLOGIN;
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public
  TO shop_rights;
GRANT UPDATE (stock, price) ON product TO shop_rights;
GRANT UPDATE (status) ON orders, payment TO shop_rights;

CREATE ROLE shop_api LOGIN PASSWORD 'only-for-this-example'
  IN ROLE shop_rights;
-- #endregion grant

\set ON_ERROR_STOP off
\set VERBOSITY terse
\echo == refused
-- #region refused
SET ROLE shop_api;        -- from here on: what the API may do
INSERT INTO orders (customer_id) VALUES (3) RETURNING id;
UPDATE product SET stock = stock - 1 WHERE id = 1;

UPDATE product SET name = 'Free mug' WHERE id = 1;
DELETE FROM payment;
DROP TABLE order_item;
CREATE TABLE review (body text);
-- #endregion refused

RESET ROLE;
\echo == later
-- #region later
CREATE TABLE review (product_id bigint, body text);
SET ROLE shop_api;
SELECT count(*) FROM review;          -- no rights yet

RESET ROLE;
ALTER DEFAULT PRIVILEGES IN SCHEMA public
  GRANT SELECT, INSERT ON TABLES TO shop_rights;
CREATE TABLE price_history (product_id bigint, price numeric);
SET ROLE shop_api;
SELECT count(*) FROM price_history;
-- #endregion later

RESET ROLE;
DROP OWNED BY shop_rights, shop_api;
DROP ROLE shop_api, shop_rights;

-- Orders one piece each of two products:
--   psql -v customer=2 -v first=MUG-01 -v second=TEE-01 -f place-order.sql
-- Every order names its products in the order of their ids, so that no two wait for each other.
-- Of a product that is sold out the UPDATE finds no row. Then \gset has nothing to set, psql ends, and the database
-- rolls back what was not committed.
\set ON_ERROR_STOP on
BEGIN;

UPDATE product SET stock = stock - 1 WHERE sku = :'first' AND stock >= 1 RETURNING id AS first_id \gset
UPDATE product SET stock = stock - 1 WHERE sku = :'second' AND stock >= 1 RETURNING id AS second_id \gset

INSERT INTO orders (customer_id) VALUES (:customer) RETURNING id AS order_id \gset

INSERT INTO order_item (order_id, product_id, quantity, unit_price)
SELECT :order_id, id, 1, price FROM product WHERE id IN (:first_id, :second_id);

INSERT INTO payment (order_id, amount)
SELECT order_id, sum(quantity * unit_price) FROM order_item WHERE order_id = :order_id GROUP BY order_id;

COMMIT;

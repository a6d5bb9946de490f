-- Placing an order is four writes that must stand or fall together.
\ir sample-data.sql
\echo == place-order

-- #region place
BEGIN;

UPDATE product SET stock = stock - 2
WHERE id = 1 AND stock >= 2;         -- check and change in one statement

INSERT INTO orders (customer_id) VALUES (2) RETURNING id AS order_id \gset

INSERT INTO order_item (order_id, product_id, quantity, unit_price)
SELECT :order_id, id, 2, price FROM product WHERE id = 1;

INSERT INTO payment (order_id, amount)
SELECT order_id, sum(quantity * unit_price)
FROM order_item WHERE order_id = :order_id GROUP BY order_id;

COMMIT;
-- #endregion place

SELECT o.id, o.status, p.amount, p.status AS payment, (SELECT stock FROM product WHERE id = 1) AS mugs_left
FROM orders o JOIN payment p ON p.order_id = o.id WHERE o.id = :order_id;

-- Inner and outer joins, and two ways to get a wrong number from a right-looking query.
\ir sample-data.sql

\echo == joins-inner
-- #region inner
SELECT c.name, o.id AS order_id, o.status
FROM customer c
JOIN orders o ON o.customer_id = c.id
ORDER BY o.id;
-- #endregion inner

\echo == joins-left
-- #region left
SELECT c.name, count(o.id) AS orders
FROM customer c
LEFT JOIN orders o ON o.customer_id = c.id
GROUP BY c.id
ORDER BY c.id;
-- #endregion left

\echo == joins-where
-- #region where
-- Condition in WHERE: Cleo's row has a NULL status, fails the test and is lost.
SELECT c.name, o.id AS paid_order
FROM customer c LEFT JOIN orders o ON o.customer_id = c.id
WHERE o.status = 'PAID' ORDER BY c.id;

-- Condition in ON: it limits which orders match, and every customer stays.
SELECT c.name, o.id AS paid_order
FROM customer c LEFT JOIN orders o ON o.customer_id = c.id AND o.status = 'PAID'
ORDER BY c.id;
-- #endregion where

\echo == joins-fanout
-- #region fanout
-- Wrong: 2 items x 2 payments = 4 rows for order 1, so both sums are doubled.
SELECT o.id, sum(i.quantity * i.unit_price) AS ordered, sum(p.amount) AS paid
FROM orders o
JOIN order_item i ON i.order_id = o.id
JOIN payment p    ON p.order_id = o.id
GROUP BY o.id ORDER BY o.id;

-- Right: make each side one row an order first, then join.
SELECT o.id, i.ordered, p.paid
FROM orders o
JOIN (SELECT order_id, sum(quantity * unit_price) AS ordered
      FROM order_item GROUP BY order_id) i ON i.order_id = o.id
JOIN (SELECT order_id, sum(amount) AS paid
      FROM payment GROUP BY order_id) p    ON p.order_id = o.id
ORDER BY o.id;
-- #endregion fanout

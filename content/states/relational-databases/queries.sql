-- Five questions that the shop asks. An order that was cancelled counts nowhere.

-- #region totals
\echo == Every customer with the total ordered
SELECT c.name, coalesce(sum(i.quantity * i.unit_price), 0) AS total
FROM customer c
LEFT JOIN orders o ON o.customer_id = c.id AND o.status <> 'CANCELLED'
LEFT JOIN order_item i ON i.order_id = o.id
GROUP BY c.id
ORDER BY c.name;
-- #endregion totals

\echo == Products never sold
SELECT p.sku, p.name
FROM product p
WHERE NOT EXISTS (
  SELECT FROM order_item i JOIN orders o ON o.id = i.order_id
  WHERE i.product_id = p.id AND o.status <> 'CANCELLED')
ORDER BY p.sku;

\echo == Revenue for each month
SELECT to_char(o.created_at AT TIME ZONE 'UTC', 'YYYY-MM') AS month, sum(i.quantity * i.unit_price) AS revenue
FROM orders o
JOIN order_item i ON i.order_id = o.id
WHERE o.status IN ('PAID', 'SHIPPED')
GROUP BY month
ORDER BY month;

\echo == The three best customers
SELECT c.name, sum(i.quantity * i.unit_price) AS total
FROM customer c
JOIN orders o ON o.customer_id = c.id AND o.status <> 'CANCELLED'
JOIN order_item i ON i.order_id = o.id
GROUP BY c.id
ORDER BY total DESC, c.id
LIMIT 3;

\echo == Orders paid in part
-- Items and payments are summed apart: joined in one query, each would multiply the other.
SELECT o.id, items.total, paid.total AS paid
FROM orders o
JOIN (SELECT order_id, sum(quantity * unit_price) AS total FROM order_item GROUP BY order_id) items
  ON items.order_id = o.id
JOIN (SELECT order_id, sum(amount) AS total FROM payment WHERE status = 'CAPTURED' GROUP BY order_id) paid
  ON paid.order_id = o.id
WHERE o.status <> 'CANCELLED' AND paid.total < items.total
ORDER BY o.id;

-- Upsert, WITH, window functions and a view, on the rows of sample-data.sql.
\ir sample-data.sql

\echo == upsert
-- #region upsert
-- A delivery: TEE-01 is known, CAP-01 is new.
INSERT INTO product AS p (sku, name, price, stock) VALUES
  ('TEE-01', 'T-shirt', 21.00, 4),
  ('CAP-01', 'Cap',     15.00, 6)
ON CONFLICT (sku) DO UPDATE
  SET price = excluded.price, stock = p.stock + excluded.stock
RETURNING sku, price, stock;
-- #endregion upsert

\echo == with
-- #region with
WITH line AS (
  SELECT order_id, quantity * unit_price AS amount FROM order_item
), total AS (
  SELECT order_id, sum(amount) AS due FROM line GROUP BY order_id
)
SELECT o.id, o.status, t.due
FROM orders o JOIN total t ON t.order_id = o.id
WHERE t.due > (SELECT avg(due) FROM total)
ORDER BY o.id;
-- #endregion with

\echo == window
-- #region window
SELECT c.name, o.id, o.created_at::date AS day,
       row_number() OVER w AS nth,
       o.created_at::date - lag(o.created_at::date) OVER w AS days_since
FROM orders o JOIN customer c ON c.id = o.customer_id
WINDOW w AS (PARTITION BY o.customer_id ORDER BY o.created_at)
ORDER BY c.name, nth;
-- #endregion window

\echo == latest
-- #region latest
SELECT id, customer_id, status
FROM (SELECT o.*, row_number() OVER (PARTITION BY customer_id
                                     ORDER BY created_at DESC) AS nth
      FROM orders o) newest_first
WHERE nth = 1
ORDER BY id;
-- #endregion latest

\echo == view
-- #region view
CREATE VIEW order_total AS
SELECT o.id, o.customer_id, o.status,
       coalesce(sum(i.quantity * i.unit_price), 0) AS due
FROM orders o LEFT JOIN order_item i ON i.order_id = o.id
GROUP BY o.id;

SELECT status, sum(due) FROM order_total GROUP BY status ORDER BY status;
-- #endregion view

-- The same query before and after an index, then four kinds of index worth knowing.
-- Each plan is run twice and the second one shown: the first also counts reads of the system catalog.
\ir load.sql
\pset tuples_only on
\pset format unaligned

\echo == warm-up
EXPLAIN (ANALYZE, BUFFERS)
SELECT id, status, created_at
FROM orders
WHERE customer_id = 4711
ORDER BY created_at DESC
LIMIT 3;

\echo == index-before
-- #region query
EXPLAIN (ANALYZE, BUFFERS)
SELECT id, status, created_at
FROM orders
WHERE customer_id = 4711
ORDER BY created_at DESC
LIMIT 3;
-- #endregion query

-- #region create
-- 1. Composite: finds one customer's orders, already in the wanted order.
CREATE INDEX orders_customer_created ON orders (customer_id, created_at DESC);
-- 2. For a foreign key: PostgreSQL does not make this one for you.
CREATE INDEX order_item_product ON order_item (product_id);
-- 3. Partial: only the rows the warehouse asks for every minute.
CREATE INDEX orders_new ON orders (created_at) WHERE status = 'NEW';
-- 4. On an expression, and unique: one account an address, whatever the case.
CREATE UNIQUE INDEX customer_email_lower ON customer (lower(email));
-- #endregion create

\echo == warm-up
EXPLAIN (ANALYZE, BUFFERS)
SELECT id, status, created_at
FROM orders
WHERE customer_id = 4711
ORDER BY created_at DESC
LIMIT 3;

\echo == index-after
EXPLAIN (ANALYZE, BUFFERS)
SELECT id, status, created_at
FROM orders
WHERE customer_id = 4711
ORDER BY created_at DESC
LIMIT 3;

\pset tuples_only off
\pset format aligned
\echo == index-sizes
-- #region sizes
SELECT relname, pg_size_pretty(pg_relation_size(oid)) AS size
FROM pg_class
WHERE relname IN ('orders', 'orders_pkey', 'orders_customer_created', 'orders_new')
ORDER BY pg_relation_size(oid) DESC;
-- #endregion sizes

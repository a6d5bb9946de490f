-- Three queries, each slow for a reason that its plan shows.
-- A plan is run twice and the second one shown: the first also counts reads of the system catalog.
\ir load.sql
CREATE INDEX orders_created ON orders (created_at);
ANALYZE orders;
\pset tuples_only on
\pset format unaligned

\echo == warm-up
EXPLAIN (ANALYZE, BUFFERS)
SELECT count(*) FROM orders WHERE date_trunc('day', created_at) = '2026-10-01';

\echo == function-before
-- #region function
-- The index is on created_at, the condition on something computed from it.
EXPLAIN (ANALYZE, BUFFERS)
SELECT count(*) FROM orders WHERE date_trunc('day', created_at) = '2026-10-01';
-- #endregion function

\echo == warm-up
EXPLAIN (ANALYZE, BUFFERS)
SELECT count(*) FROM orders
WHERE created_at >= '2026-10-01' AND created_at < '2026-10-02';

\echo == function-after
-- #region range
-- The same day as a range of the bare column.
EXPLAIN (ANALYZE, BUFFERS)
SELECT count(*) FROM orders
WHERE created_at >= '2026-10-01' AND created_at < '2026-10-02';
-- #endregion range

\echo == warm-up
EXPLAIN (ANALYZE, BUFFERS)
SELECT id, status FROM orders ORDER BY id DESC LIMIT 20 OFFSET 50000;

\echo == page-offset
-- #region offset
-- Page 2,501 by OFFSET reads 50,020 rows to return 20.
EXPLAIN (ANALYZE, BUFFERS)
SELECT id, status FROM orders ORDER BY id DESC LIMIT 20 OFFSET 50000;
-- #endregion offset

\echo == warm-up
EXPLAIN (ANALYZE, BUFFERS)
SELECT id, status FROM orders WHERE id < 50001 ORDER BY id DESC LIMIT 20;

\echo == page-keyset
-- #region keyset
-- The same page by the last id of the page before it.
EXPLAIN (ANALYZE, BUFFERS)
SELECT id, status FROM orders WHERE id < 50001 ORDER BY id DESC LIMIT 20;
-- #endregion keyset

\echo == warm-up
EXPLAIN (ANALYZE, BUFFERS OFF, TIMING OFF)
SELECT c.name, sum(i.quantity * i.unit_price) AS revenue
FROM orders o
JOIN customer c   ON c.id = o.customer_id
JOIN order_item i ON i.order_id = o.id
WHERE o.created_at >= '2026-11-16 00:00' AND o.created_at < '2026-11-16 00:10'
GROUP BY c.id;

\echo == join-plan
-- #region join
EXPLAIN (ANALYZE, BUFFERS OFF, TIMING OFF)
SELECT c.name, sum(i.quantity * i.unit_price) AS revenue
FROM orders o
JOIN customer c   ON c.id = o.customer_id
JOIN order_item i ON i.order_id = o.id
WHERE o.created_at >= '2026-11-16 00:00' AND o.created_at < '2026-11-16 00:10'
GROUP BY c.id;
-- #endregion join

\echo == join-plan-day
-- A whole day instead of ten minutes: the same query, and the planner turns to hash joins.
EXPLAIN (ANALYZE, BUFFERS OFF, TIMING OFF)
SELECT c.name, sum(i.quantity * i.unit_price) AS revenue
FROM orders o
JOIN customer c   ON c.id = o.customer_id
JOIN order_item i ON i.order_id = o.id
WHERE o.created_at >= '2026-11-16' AND o.created_at < '2026-11-17'
GROUP BY c.id;

\echo == same-page
SELECT (SELECT array_agg(id) FROM (SELECT id FROM orders ORDER BY id DESC LIMIT 20 OFFSET 50000) a)
     = (SELECT array_agg(id) FROM (SELECT id FROM orders WHERE id < 50001 ORDER BY id DESC LIMIT 20) b) AS same;

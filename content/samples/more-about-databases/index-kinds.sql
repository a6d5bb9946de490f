-- Index kinds beyond the plain B-tree, measured. Needs an empty database.
\set QUIET on
\ir setup.sql
SET max_parallel_workers_per_gather = 0;

\o output/index-brin.txt
-- #region brin
CREATE INDEX orders_created_btree ON orders (created_at);
CREATE INDEX orders_created_brin  ON orders USING brin (created_at);

SELECT relname, pg_size_pretty(pg_relation_size(oid)) AS size
FROM pg_class WHERE relname LIKE 'orders_created%' ORDER BY relname;
-- #endregion brin
\o

DROP INDEX orders_created_btree;
\o output/index-brin-plan.txt
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF, SUMMARY OFF)
SELECT count(*) FROM orders
WHERE created_at >= '2026-07-01 00:00+00' AND created_at < '2026-07-02 00:00+00';
\o

CREATE INDEX order_item_product ON order_item (product_id);
\o output/index-plain.txt
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF, SUMMARY OFF)
SELECT sum(quantity * unit_price) FROM order_item WHERE product_id = 42;
\o
DROP INDEX order_item_product;

\o output/index-covering.txt
-- #region covering
CREATE INDEX order_item_covering
    ON order_item (product_id) INCLUDE (quantity, unit_price);

EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF, SUMMARY OFF)
SELECT sum(quantity * unit_price) FROM order_item WHERE product_id = 42;
-- #endregion covering
\o

\o output/index-gin.txt
-- #region gin
CREATE INDEX product_attributes ON product
USING gin (attributes jsonb_path_ops);

EXPLAIN (ANALYZE, BUFFERS OFF, COSTS OFF, TIMING OFF, SUMMARY OFF)
SELECT sku, name FROM product
WHERE attributes @> '{"color": "red", "size": 16}';
-- #endregion gin
\o

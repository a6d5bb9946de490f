-- What PostgreSQL caches: pages, not answers. Then an answer we keep ourselves.
SET max_parallel_workers_per_gather = 0;
CREATE TABLE product (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sku text NOT NULL UNIQUE, name text NOT NULL,
  price numeric(10, 2) NOT NULL, stock integer NOT NULL
);
CREATE TABLE order_item (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id bigint NOT NULL,
  product_id bigint NOT NULL REFERENCES product,
  quantity integer NOT NULL, unit_price numeric(10, 2) NOT NULL
);
INSERT INTO product (sku, name, price, stock)
SELECT 'SKU-' || i, 'Product ' || i, 5 + i % 40, 100 FROM generate_series(1, 1000) i;
INSERT INTO order_item (order_id, product_id, quantity, unit_price)
SELECT i / 3, 1 + (i * 7919::bigint) % 1000, 1 + i % 3, 9.90 FROM generate_series(1, 500000) i;
VACUUM ANALYZE product, order_item;

-- #region materialized
CREATE MATERIALIZED VIEW bestseller AS
SELECT p.id AS product_id, p.name, sum(i.quantity) AS sold
FROM order_item i JOIN product p ON p.id = i.product_id
GROUP BY p.id, p.name;

CREATE UNIQUE INDEX ON bestseller (product_id);        -- CONCURRENTLY needs it
CREATE INDEX ON bestseller (sold DESC);
ANALYZE bestseller;

-- From a scheduler, every five minutes: readers are not blocked.
REFRESH MATERIALIZED VIEW CONCURRENTLY bestseller;
-- #endregion materialized

EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF)
SELECT p.name, sum(i.quantity) AS sold
FROM order_item i JOIN product p ON p.id = i.product_id
GROUP BY p.id ORDER BY sold DESC LIMIT 10;

EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF)
SELECT name, sold FROM bestseller ORDER BY sold DESC LIMIT 10;

SELECT relname,
       heap_blks_hit + idx_blks_hit   AS from_cache,
       heap_blks_read + idx_blks_read AS from_outside,
       round(100.0 * (heap_blks_hit + idx_blks_hit)
             / nullif(heap_blks_hit + idx_blks_hit + heap_blks_read + idx_blks_read, 0), 1) AS hit_percent
FROM pg_statio_user_tables
ORDER BY relname;

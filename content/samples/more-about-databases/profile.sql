-- Which statement costs the shop most? Needs an empty database.
\set QUIET on
\ir setup.sql
SET max_parallel_workers_per_gather = 0;
SELECT pg_stat_statements_reset() \g /dev/null
\o /dev/null
-- a small workload: many cheap lookups, a few scans, one report
SELECT format('SELECT * FROM product WHERE id = %s', n) FROM generate_series(1, 2000) n \gexec
SELECT format('SELECT * FROM orders WHERE customer_id = %s', n) FROM generate_series(1, 40) n \gexec
SELECT product_id, sum(quantity) FROM order_item GROUP BY product_id;
\o
\o output/profile.txt
-- #region top
SELECT calls,
       round(total_exec_time) AS total_ms,
       round(mean_exec_time::numeric, 2) AS mean_ms,
       round(100 * total_exec_time / sum(total_exec_time) OVER ()) AS pct,
       (shared_blks_hit + shared_blks_read) / calls AS pages_per_call,
       left(query, 44) AS query
FROM pg_stat_statements
WHERE query LIKE 'SELECT%' AND query NOT LIKE '%format(%'
  AND query NOT LIKE '%reset%'
ORDER BY total_exec_time DESC
LIMIT 5;
-- #endregion top
\o
\o output/unused.txt
-- #region unused
SELECT relname, indexrelname, idx_scan,
       pg_size_pretty(pg_relation_size(indexrelid)) AS size
FROM pg_stat_user_indexes
WHERE idx_scan = 0
ORDER BY pg_relation_size(indexrelid) DESC;
-- #endregion unused
\o

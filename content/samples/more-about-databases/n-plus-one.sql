-- The N+1 problem seen from the database. Needs an empty database.
\set QUIET on
\ir setup.sql
SELECT pg_stat_statements_reset() \g /dev/null

-- #region loop
SELECT id, customer_id FROM orders WHERE status = 'NEW' \g /dev/null

-- what the object mapper does: one more SELECT for each order in the list
\o /dev/null
SELECT format('SELECT name, email FROM customer WHERE id = %s', customer_id)
FROM orders WHERE status = 'NEW' \gexec
\o
-- #endregion loop

\o /dev/null
-- the cure: one statement for the whole list
SELECT o.id, c.name, c.email FROM orders o JOIN customer c ON c.id = o.customer_id
WHERE o.status = 'NEW';
\o

\o output/n-plus-one.txt
-- #region find
SELECT calls, rows, round(total_exec_time) AS total_ms,
       round(mean_exec_time::numeric, 3) AS mean_ms, left(query, 52) AS query
FROM pg_stat_statements
WHERE query LIKE '%customer%' AND query NOT LIKE '%format(%'
ORDER BY calls DESC, query DESC;
-- #endregion find
\o

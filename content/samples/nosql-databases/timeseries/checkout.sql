-- The same measurements in PostgreSQL alone: partitions by month, intervals by date_bin, old data dropped as a table.
SET timezone = 'UTC';
-- #region table
CREATE TABLE checkout (
  at      timestamptz NOT NULL,
  region  text NOT NULL,
  payment text NOT NULL,
  ms      integer NOT NULL
) PARTITION BY RANGE (at);
CREATE TABLE checkout_2026_10 PARTITION OF checkout
  FOR VALUES FROM ('2026-10-01') TO ('2026-11-01');
CREATE TABLE checkout_2026_11 PARTITION OF checkout
  FOR VALUES FROM ('2026-11-01') TO ('2026-12-01');
CREATE INDEX ON checkout USING brin (at);   -- a few kB for each partition
-- #endregion table

INSERT INTO checkout VALUES
  ('2026-10-31 23:59:58', 'eu', 'card',   190),
  ('2026-11-21 10:00:05', 'eu', 'card',   182),
  ('2026-11-21 10:00:20', 'eu', 'card',   240),
  ('2026-11-21 10:00:41', 'eu', 'paypal', 610),
  ('2026-11-21 10:00:52', 'us', 'card',   305),
  ('2026-11-21 10:01:10', 'eu', 'card',   198);

\echo == per-minute
-- #region query
SELECT date_bin('1 minute', at, '2026-01-01') AS minute, count(*),
       round(avg(ms)) AS mean,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY ms) AS median
FROM checkout
WHERE region = 'eu' AND at >= '2026-11-21' AND at < '2026-11-22'
GROUP BY minute ORDER BY minute;
-- #endregion query

\echo == retention
-- #region retention
DROP TABLE checkout_2026_10;                -- October, in a moment
SELECT count(*) FROM checkout;
-- #endregion retention

-- #region blocking
SELECT w.application_name AS waits,
       b.application_name AS behind,
       b.state            AS blocker_state,
       left(w.query, 34)  AS waiting_query
FROM pg_stat_activity w
CROSS JOIN LATERAL unnest(pg_blocking_pids(w.pid)) AS blocker(pid)
JOIN pg_stat_activity b ON b.pid = blocker.pid
ORDER BY w.query_start;
-- #endregion blocking

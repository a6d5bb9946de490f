#!/usr/bin/env bash
# A short ALTER TABLE stops the shop: it waits, and everybody else waits behind it.
# Needs a running PostgreSQL (PGHOST, PGPORT, PGUSER, PGDATABASE) and an empty database.
set -euo pipefail
run() { PGAPPNAME=$1 psql -qXAt -c "$2" >/dev/null 2>&1 & }

psql -qX -c "CREATE TABLE orders (id bigint PRIMARY KEY, status text)"

# #region queue
run report  "BEGIN; SELECT count(*) FROM orders; SELECT pg_sleep(4); COMMIT"
sleep 0.7
run migrate "ALTER TABLE orders ADD COLUMN note text"
sleep 0.7
run checkout "SELECT * FROM orders WHERE id = 1"
sleep 0.7
psql -X -f blocking.sql
wait
# #endregion queue

run report "BEGIN; SELECT count(*) FROM orders; SELECT pg_sleep(3); COMMIT"
sleep 0.7
# #region timeout
PGOPTIONS='-c lock_timeout=500ms' \
  psql -X -c "ALTER TABLE orders ADD COLUMN gift boolean" || echo "try again later"
# #endregion timeout
wait

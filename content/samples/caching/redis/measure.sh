#!/usr/bin/env bash
# One client, one machine: a GET in Redis against a primary-key SELECT in PostgreSQL.
# Needs PGHOST, PGPORT and PGUSER of a PostgreSQL you may write to.
set -euo pipefail
port=6413
redis-server --port "$port" --save "" --appendonly no --dir "$PWD" >/dev/null &
server=$!
trap 'kill "$server"' EXIT
until redis-cli -p "$port" ping >/dev/null 2>&1; do sleep 0.1; done

# #region measure
bench() { redis-benchmark -p "$port" -r 10000 -d 200 "$@" --csv | tail -1 | tr -d '"' |
  awk -F, '{printf "%6d %8.3f\n", $2, $3}'; }
pg() { pgbench -M prepared -c 1 -T 4 "$@" postgres 2>/dev/null |
  awk '/latency/ {l=$4} /^tps/ {t=$3} END {printf "%6d %8.3f\n", t, l}'; }

bench -t set -n 200000 -P 16 >/dev/null         # fill 10,000 products, not counted
pgbench -q -i -s 1 postgres 2>/dev/null         # 100,000 rows with a primary key

echo "                            per second  average ms"
echo "Redis GET by key                 $(bench -t get -n 50000 -c 1)"
echo "PostgreSQL SELECT by key         $(pg -S)"
echo "PostgreSQL sum over 100,000      $(pg -f <(echo "SELECT aid % 100 AS category, sum(abalance)
  FROM pgbench_accounts GROUP BY 1 ORDER BY 2 DESC LIMIT 10;"))"
# #endregion measure

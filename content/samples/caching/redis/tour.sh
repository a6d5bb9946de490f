#!/usr/bin/env bash
# Five Redis types on the shop's data, in a server of our own.
set -euo pipefail
command -v redis-server >/dev/null || { echo "redis-server is not installed: skipped"; exit 0; }
port=6410
redis-server --port "$port" --save "" --appendonly no --dir "$PWD" >/dev/null &
server=$!
trap 'kill "$server"' EXIT
r() { echo "> $*"; redis-cli -p "$port" "$@"; }
until redis-cli -p "$port" ping >/dev/null 2>&1; do sleep 0.1; done

# #region tour
# A string with a time to live:
r SET product:42 '{"sku":"MUG-042","price":12.50}' EX 600
r TTL product:42
r HSET cart:7 product:42 2 product:41 1    # hash: one field a line
r HINCRBY cart:7 product:42 1
r ZINCRBY bestsellers 3 MUG-042            # sorted set: a ranking
r ZINCRBY bestsellers 5 TEA-041
r ZREVRANGE bestsellers 0 1 WITHSCORES
r SET lock:product:42 token-a NX PX 3000   # lock: set only if absent
r SET lock:product:42 token-b NX PX 3000   # the second taker gets nil
r OBJECT ENCODING cart:7
r MEMORY USAGE product:42                  # bytes with all overhead
# #endregion tour

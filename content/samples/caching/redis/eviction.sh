#!/usr/bin/env bash
# What a full Redis does: refuse (the default) or evict.
set -euo pipefail
command -v redis-server >/dev/null || { echo "redis-server is not installed: skipped"; exit 0; }
port=6411
redis-server --port "$port" --save "" --appendonly no --dir "$PWD" >/dev/null &
server=$!
trap 'kill "$server"' EXIT
until redis-cli -p "$port" ping >/dev/null 2>&1; do sleep 0.1; done

# #region eviction
cli() { redis-cli -p "$port" "$@"; }
fill() {   # 20,000 values of 1,000 bytes; the replies are counted by kind
  local value; value=$(head -c 1000 /dev/zero | tr '\0' x)
  for i in $(seq 20000); do echo "SET product:$i $value EX 600"; done |
    cli 2>&1 | cut -d' ' -f1 | grep . | sort | uniq -c
}

cli CONFIG SET maxmemory 10mb >/dev/null
for policy in noeviction allkeys-lru; do
  cli FLUSHALL >/dev/null
  cli CONFIG SET maxmemory-policy "$policy" >/dev/null
  cli CONFIG RESETSTAT >/dev/null
  echo "== $policy"
  fill
  printf 'DBSIZE\nINFO stats\n' | cli | grep -E '^[0-9]+|evicted_keys' | paste -sd' '
done
# #endregion eviction

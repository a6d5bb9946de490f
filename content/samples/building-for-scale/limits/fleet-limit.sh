#!/usr/bin/env bash
# One limit for all instances: the counter lives in Redis, not in the JVM.
set -euo pipefail
PORT="${REDIS_PORT:-6522}"
redis-server --port "$PORT" --save '' --daemonize yes --dir "$PWD" >/dev/null
trap 'redis-cli -p "$PORT" shutdown nosave >/dev/null 2>&1 || true' EXIT
for _ in $(seq 50); do
  [ "$(redis-cli -p "$PORT" ping 2>/dev/null || true)" = PONG ] && break
  sleep 0.1
done

# #region window
allow() {   # allow KEY LIMIT WINDOW_SECONDS -> 1 or 0
  redis-cli -p "$PORT" EVAL '
    local used = redis.call("INCR", KEYS[1])
    if used == 1 then redis.call("EXPIRE", KEYS[1], ARGV[2]) end
    return used <= tonumber(ARGV[1]) and 1 or 0' \
    1 "rate:$1" "$2" "$3"
}

for call in 1 2 3 4 5; do
  echo "customer 42, call $call: $(allow customer-42 3 2)"
done
sleep 2.2
echo "customer 42, next window: $(allow customer-42 3 2)"
# #endregion window

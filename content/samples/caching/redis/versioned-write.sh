#!/usr/bin/env bash
# A slow reader must not put an old copy over a newer one.
set -euo pipefail
command -v redis-server >/dev/null || { echo "redis-server is not installed: skipped"; exit 0; }
port=6412
redis-server --port "$port" --save "" --appendonly no --dir "$PWD" >/dev/null &
server=$!
trap 'kill "$server"' EXIT
until redis-cli -p "$port" ping >/dev/null 2>&1; do sleep 0.1; done

# #region versioned
# key version body: 1 when stored, 0 when an equal or newer copy is there
put_if_newer() {
  redis-cli -p "$port" EVAL "
    local known = redis.call('HGET', KEYS[1], 'version')
    if known and tonumber(known) >= tonumber(ARGV[1]) then return 0 end
    redis.call('HSET', KEYS[1], 'version', ARGV[1], 'body', ARGV[2])
    redis.call('EXPIRE', KEYS[1], 600)
    return 1" 1 "$@"
}

newer=$(put_if_newer product:42 7 '{"price":13.90}')
older=$(put_if_newer product:42 6 '{"price":12.50}')
echo "writer, after its commit:   $newer"
echo "slow reader, old row:       $older"
redis-cli -p "$port" HGETALL product:42
# #endregion versioned

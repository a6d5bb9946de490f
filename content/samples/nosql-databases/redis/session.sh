#!/usr/bin/env bash
# A login session in Redis: one hash, a sliding expiry, and an index for "log out everywhere".
set -euo pipefail
port=6419
redis-server --port "$port" --save '' --appendonly no --daemonize yes --logfile "$PWD/redis.log" >/dev/null
trap 'redis-cli -p "$port" shutdown nosave >/dev/null 2>&1 || true' EXIT
until redis-cli -p "$port" ping >/dev/null 2>&1; do sleep 0.1; done
redis() { echo "> $*"; redis-cli -p "$port" --no-raw "$@"; }

# #region session
key="session:9f1c2a"

redis HSET "$key" customerId 42 role customer
redis EXPIRE "$key" 1800
redis SADD "customer:42:sessions" 9f1c2a  # index for "log out everywhere"

redis HGETALL "$key"                      # every request reads the session ...
redis EXPIRE "$key" 1800 XX               # ... and slides its expiry

redis UNLINK "$key"                       # log out
redis EXPIRE "$key" 1800 XX               # a late request cannot revive it
redis SMEMBERS "customer:42:sessions"     # the index has to be cleaned by you
# #endregion session

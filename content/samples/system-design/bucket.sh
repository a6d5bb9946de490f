#!/usr/bin/env bash
# Forty calls at once from four gateways share one bucket of ten. Usage: bucket.sh FOLDER
# needs: redis-server
set -euo pipefail
here=$1
redis-server --port 7391 --save '' --daemonize yes --logfile "$PWD/redis.log" --dir "$PWD" > /dev/null
trap 'redis-cli -p 7391 shutdown nosave > /dev/null 2>&1 || true' EXIT
until redis-cli -p 7391 ping > /dev/null 2>&1; do sleep 0.1; done

# #region ask
gateway() { # ten requests; the rate is low enough that none comes back meanwhile
  for _ in {1..10}; do
    redis-cli -p 7391 --eval "$here/bucket.lua" bucket:ada:products , 0.1 10 1
  done
}
for n in 1 2 3 4; do gateway > "waits-$n.txt" & done
wait $(jobs -p)
echo "$(cat waits-*.txt | grep -cx 0) of 40 allowed, the others wait $(cat waits-*.txt | sort -un | tail -1) s"
redis-cli -p 7391 ttl bucket:ada:products
# #endregion ask

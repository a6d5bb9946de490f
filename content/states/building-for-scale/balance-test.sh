#!/usr/bin/env bash
# Reads through the balancer while one of three instances goes: once without a word, once as planned.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd); declare -A pids
work=$(mktemp -d); chmod 755 "$work"; mkdir "$work/logs"
trap 'kill "${pids[@]}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
cp "$here"/{balance,forwarded}.conf "$work"
instance() { python3 "$here/backend.py" "order-$1" "722$1" & pids[$1]=$!; }
for one in 1 2 3; do instance $one; done
nginx -p "$work" -c "$work/balance.conf" -g 'daemon off;' & pids[nginx]=$!
until curl -fs -o /dev/null http://127.0.0.1:7220/lc/products; do sleep 0.2; done
# Says how many of 400 reads, eight at a time, failed.
load() { seq 400 | xargs -P 8 -I{} curl -s -o /dev/null -w '%{http_code}\n' http://127.0.0.1:7220/lc/products | grep -vc 200 || true; }

a_lost_instance_fails_no_read() {
  load >"$work/failed" & local reads=$!
  sleep 0.3; kill -9 "${pids[2]}"; wait "${pids[2]}" 2>/dev/null || true
  wait $reads
  instance 2
  [[ $(cat "$work/failed") == 0 ]] # a read that met it is asked of another
}
a_planned_stop_fails_none() {
  load >"$work/failed" & local reads=$!
  sleep 0.2
  sed -i 's/server 127.0.0.1:7223 .*/server 127.0.0.1:7223 down;/' "$work/balance.conf"
  nginx -p "$work" -c "$work/balance.conf" -s reload; sleep 0.5
  kill "${pids[3]}"
  wait $reads
  [[ $(cat "$work/failed") == 0 ]]
}
for test in a_lost_instance_fails_no_read a_planned_stop_fails_none; do
  "$test" || { echo "failed: $test" >&2; exit 1; }
done
echo 'ok: no read failed'

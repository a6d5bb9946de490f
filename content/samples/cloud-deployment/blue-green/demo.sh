#!/usr/bin/env bash
# needs: server nginx
# Two releases, a customer who never stops clicking, two good switches and one that is refused.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cp "$here"/*.conf .
pids=()
stop() { nginx -p "$PWD/" -c nginx.conf -s stop 2>/dev/null || true; kill "${pids[@]}" 2>/dev/null || true; }
trap stop EXIT
python3 "$here/backend.py" 18101 1.4.0 & pids+=($!)
python3 "$here/backend.py" 18102 1.5.0 & green=$!; pids+=($green)
for port in 18101 18102; do until curl -fs -o /dev/null "http://127.0.0.1:$port/health"; do sleep 0.1; done; done
nginx -p "$PWD/" -c nginx.conf

( while [ ! -e done ]; do curl -s -m 5 -w ' %{http_code}\n' http://127.0.0.1:18100/ || echo "lost"; done > clicks.txt ) & clicks=$!
sleep 0.5
curl -s -m 5 http://127.0.0.1:18100/slow > slow.txt & slow=$!
sleep 0.3
echo '$ switch.sh green 1.5.0'; bash "$here/switch.sh" green 1.5.0
wait "$slow"; echo "slow request that began before the switch: answered by $(cat slow.txt)"
echo '$ switch.sh blue 1.4.0      # rollback'; bash "$here/switch.sh" blue 1.4.0
kill "$green"; wait "$green" 2>/dev/null || true
python3 "$here/backend.py" 18102 broken & pids+=($!)
until curl -s -o /dev/null http://127.0.0.1:18102/health; do sleep 0.1; done
echo '$ switch.sh green 1.6.0     # a release that does not start properly'; bash "$here/switch.sh" green 1.6.0 2>/dev/null || true
sleep 0.3; touch done; wait "$clicks"
echo "answers the clicking customer got:"
sort clicks.txt | uniq -c

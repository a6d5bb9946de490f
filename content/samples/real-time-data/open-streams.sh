#!/usr/bin/env bash
# What open streams cost one instance, and what happens when the descriptors run out. Run it after `mvn verify`.
set -euo pipefail
shop=localhost:18089
start() {  # a limit of open descriptors
  (ulimit -n "$1"; exec java -Xmx256m -jar target/real-time-data-1.0.0.jar --server.port=18089 \
    --spring.profiles.active=demo > target/streams.log 2>&1) & server=$!
  for _ in $(seq 240); do curl -s -o /dev/null "$shop" && break; sleep 0.5; done
}
stop() { kill "${clients[@]}" "$server" 2>/dev/null || true; wait 2>/dev/null || true; clients=(); }
clients=(); trap stop EXIT
# #region open
open() {  # opens so many streams
  python3 - "$1" <<'PY' & clients+=($!)
import base64, socket, sys, time
login = base64.b64encode(b'ada:ada').decode()
streams = []
for _ in range(int(sys.argv[1])):
    s = socket.create_connection(('localhost', 18089))
    s.sendall(f'GET /api/notifications/stream HTTP/1.1\r\nHost: shop\r\n'
              f'Authorization: Basic {login}\r\n\r\n'.encode())
    streams.append(s)
time.sleep(120)
PY
  local before=-1 now=0
  while [ "$before" != "$now" ]; do
    before=$now; sleep 3; now=$(ls /proc/$server/fd | wc -l)
  done
}
look() {
  echo "$1 streams: $(ls /proc/$server/fd | wc -l) descriptors," \
    "$(ls /proc/$server/task | wc -l) threads," \
    "$(awk '/VmRSS/ {print int($2 / 1024)}' /proc/$server/status) MB"
}
# #endregion open

start "$(ulimit -Hn)"
open 10; look 10
open 990; look 1000
open 1000; look 2000
stop
start 256
open 400; look 400
curl -s -m 3 -o /dev/null -w 'one more request: %{http_code}\n' "$shop/api/orders/42/status" || echo "curl: exit $?"
grep -o 'Too many open files' target/streams.log | head -1

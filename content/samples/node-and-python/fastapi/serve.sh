#!/usr/bin/env bash
# The service as it runs behind a proxy: two workers, and a stop that lets requests finish.
# Needs the packages of requirements.txt.
set -euo pipefail
# #region serve
serve() {
  exec python3 -m uvicorn shop.app:app \
    --host 127.0.0.1 --port 18085 --workers 2 \
    --proxy-headers --forwarded-allow-ips 127.0.0.1 \
    --timeout-keep-alive 75 --timeout-graceful-shutdown 20 \
    --no-server-header --log-level warning
}
# #endregion serve
serve & server=$!
trap 'kill $server 2>/dev/null || true' EXIT
shop=http://127.0.0.1:18085/api/products
until curl -sf -o /dev/null $shop; do sleep 0.5; done

echo "processes: $(pgrep -P $server -f spawn_main | wc -l) workers under one parent"
# #region memory
place=$(curl -si $shop -H 'Content-Type: application/json' \
  -d '{"sku":"MUG-1","name":"Mug","price":"12.50","stock":5}' |
  tr -d '\r' | sed -n 's/^location: //Ip')
for _ in $(seq 40); do
  curl -s -o /dev/null -w '%{http_code}\n' "http://127.0.0.1:18085$place"
done | sort | uniq -c | sed "s,^ *,  ,; s,$, for GET $place,"
# #endregion memory

worker=$(pgrep -P $server -f spawn_main | head -1)
kill -9 "$worker"; sleep 2
echo "one worker killed, 2 s later: $(pgrep -P $server -f spawn_main | wc -l) workers," \
  "$(curl -s -o /dev/null -w '%{http_code}' $shop)"
kill -TERM $server
wait $server && echo "SIGTERM: exit 0"

#!/usr/bin/env bash
# A proxy that keeps idle connections longer than the service behind it. Usage: idle.sh OUTPUT_DIR
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd); out=$(mkdir -p "$1" && cd "$1" && pwd)
dir=$(mktemp -d); chmod 755 "$dir"; cd "$dir"; pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$dir"' EXIT
cp "$here"/nginx/{idle,proxy}.conf .
python3 "$here/idle_service.py" 18131 > service.log & pids+=($!)
nginx -p "$dir" -c "$dir/idle.conf" -g 'daemon off;' & pids+=($!)
until curl -sf -o /dev/null http://127.0.0.1:18130/; do sleep 0.2; done

ask() { curl -s -o /dev/null -w '%{http_code}' "$@"; }
# #region tries
try() {  # a port of the proxy
  local url=http://127.0.0.1:$1/api/orders
  ask "$url" >/dev/null; sleep 2.5
  echo "GET  after 2.5 s of quiet: $(ask "$url")"; sleep 2.5
  echo "POST after 2.5 s of quiet: $(ask -X POST "$url")"
}
# #endregion tries
{
  echo "nginx keeps idle connections 60 s, the service 2 s"; try 18130
  sed 's/^/  /' service.log
  : > service.log
  echo "nginx keeps idle connections 1 s, the service 2 s"; try 18132
  sed 's/^/  /' service.log
} > "$out/idle.txt"

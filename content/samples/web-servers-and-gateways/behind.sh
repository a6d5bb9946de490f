#!/usr/bin/env bash
# Two customers behind one balancer, which is this script. Usage: behind.sh OUTPUT_DIR
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd); out=$(mkdir -p "$1" && cd "$1" && pwd)
dir=$(mktemp -d); chmod 755 "$dir"; cd "$dir"; mkdir www; echo ok > www/index.html; pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$dir"' EXIT
cp "$here"/nginx/{behind,answer}.conf .
start() { nginx -p "$dir" -c "$dir/behind.conf" -g 'daemon off;' & pids=($!)
          until (exec 3<>/dev/tcp/127.0.0.1/18143) 2>/dev/null; do sleep 0.2; done; }
# A request as it leaves the balancer: lines before it, port, X-Forwarded-For
send() {
  exec 3<>"/dev/tcp/127.0.0.1/$2"
  printf '%sGET / HTTP/1.1\r\nHost: shop.test\r\nX-Forwarded-For: %s\r\nConnection: close\r\n\r\n' "$1" "$3" >&3
  tr -d '\r' <&3 | awk '/^HTTP/ {code = $2} /^X-Customer/ {who = $2} END {print code ? code " customer " who : "no answer"}'
}
start
{
  echo "not told about the balancer"
  send '' 18141 203.0.113.7
  send '' 18141 198.51.100.9
  echo "X-Forwarded-For from a trusted address"
  send '' 18142 203.0.113.7
  send '' 18142 198.51.100.9
  echo "the same customer claims to be 6.6.6.6"
  send '' 18142 '6.6.6.6, 203.0.113.7'
  echo "PROXY protocol"
  send $'PROXY TCP4 192.0.2.44 127.0.0.1 40000 18143\r\n' 18143 6.6.6.6
} > "$out/behind.txt"

#!/usr/bin/env bash
# Watch an edge cache miss, hit, serve stale and survive the death of its origin.
set -euo pipefail
command -v nginx >/dev/null || { echo "nginx is not installed: skipped"; exit 0; }
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
chmod 755 "$work"
mkdir "$work/tmp"
python3 "$here/origin.py" & origin=$!
nginx -p "$work" -c "$here/nginx.conf" 2>/dev/null & edge=$!
trap 'kill "$edge" "$origin" 2>/dev/null || true; wait 2>/dev/null; rm -rf "$work"' EXIT
until curl -s -o /dev/null http://127.0.0.1:8410/ && curl -s -o /dev/null http://127.0.0.1:8411/; do sleep 0.2; done

# #region watch
look() {
  printf '%-34s' "$1"
  curl -s -o /dev/null -D - "http://127.0.0.1:8410$2" | tr -d '\r' |
    awk -F': ' 'NR==1 {s=$1} $1=="X-Cache" {c=$2} END {print s, c}'
}
look "first request" /api/products/42
look "second request, at once" /api/products/42
sleep 2
look "after max-age: old copy, refresh" /api/products/42
sleep 0.5
look "the refresh has arrived" /api/products/42
look "cart: no cache in between" /api/cart
kill "$origin"; sleep 2
look "origin dead, copy still served" /api/products/42
# #endregion watch

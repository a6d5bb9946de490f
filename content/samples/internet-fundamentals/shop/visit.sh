#!/usr/bin/env bash
# Visits the shop with curl: a page twice, the second time with a copy at hand, then an order with a forged price.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
port="${PORT:-18085}"
PYTHONDONTWRITEBYTECODE=1 python3 "$here/shop_server.py" "$port" 2>/dev/null &
trap 'kill $! 2>/dev/null || true' EXIT
for _ in {1..50}; do
  (: < "/dev/tcp/127.0.0.1/$port") 2>/dev/null && break
  sleep 0.1
done
visit() {
  printf '$ curl -i'
  for word in "$@"; do case "$word" in *' '*) printf " '%s'" "$word" ;; *) printf ' %s' "$word" ;; esac; done
  echo
  curl -s -i "$@" | tr -d '\r'
  echo
}

# #region visit
shop="http://127.0.0.1:$port"
visit "$shop/shop.css"
visit -H 'If-None-Match: "8fd158e1"' "$shop/shop.css"
visit --json '{"productId": 1, "quantity": 2, "price": "0.01"}' "$shop/api/orders"
# #endregion visit

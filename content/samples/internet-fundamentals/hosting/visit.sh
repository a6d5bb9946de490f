#!/usr/bin/env bash
# Starts the shop and nginx, then asks one address for three names.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
PYTHONDONTWRITEBYTECODE=1 python3 "$here/../shop/shop_server.py" 18081 2>/dev/null &
shop=$!
nginx -p "$PWD" -e error.log -c "$here/two-domains.conf"
trap 'kill "$shop" "$(cat nginx.pid)" 2>/dev/null || true' EXIT
for port in 18080 18081; do
  for _ in {1..50}; do
    (: < "/dev/tcp/127.0.0.1/$port") 2>/dev/null && break
    sleep 0.1
  done
done

# #region visit
for path in shop.example/api/products/2 blog.example/ other.example/; do
  name="${path%%/*}"
  echo "== $path"
  curl --silent --resolve "$name:18080:127.0.0.1" --write-out '%{http_code} from %{remote_ip}\n' \
    "http://$name:18080/${path#*/}" | grep -v -i '<'
done
# #endregion visit

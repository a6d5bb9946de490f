#!/usr/bin/env bash
# Where the time of a request goes: the first on a new connection, the second on the same one.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
port="${PORT:-18444}"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 \
  -subj "/CN=shop.example" -addext "subjectAltName=DNS:shop.example" \
  -keyout shop.key -out shop.pem 2>/dev/null
PYTHONDONTWRITEBYTECODE=1 python3 "$here/shop_server.py" "$port" shop.pem shop.key 2>/dev/null &
trap 'kill $! 2>/dev/null || true' EXIT
for _ in {1..50}; do
  (: < "/dev/tcp/127.0.0.1/$port") 2>/dev/null && break
  sleep 0.1
done
local_shop=(--cacert shop.pem --resolve "shop.example:$port:127.0.0.1")

# #region timing
format='%{http_code} over %{http_version}
  name known      %{time_namelookup} s
  TCP connected   %{time_connect} s
  TLS finished    %{time_appconnect} s
  first byte      %{time_starttransfer} s
  last byte       %{time_total} s
'
url="https://shop.example:$port/api/products"
curl --silent "${local_shop[@]}" --write-out "$format" \
  --output /dev/null "$url/1" \
  --output /dev/null "$url/2"
# #endregion timing

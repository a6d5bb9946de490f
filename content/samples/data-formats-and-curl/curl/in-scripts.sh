#!/usr/bin/env bash
# What curl does by default in a script, and what you want. Needs JDK 25 and curl 7.76 or newer.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/server.sh"

# #region exit
code=0; curl -sS -o /dev/null "$shop/api/products/9" || code=$?
echo "404 by default:        exit $code"

code=0
curl -sS --fail-with-body -o answer.json "$shop/api/products/9" 2>error.txt ||
  code=$?
echo "with --fail-with-body: exit $code, $(cat answer.json)"

code=0; curl -sS --max-time 2 http://localhost:1/ 2>error.txt || code=$?
echo "nobody listens:        exit $code, $(cat error.txt)"
# #endregion exit

# #region fetch
fetch() {
  curl --silent --show-error --fail-with-body \
       --connect-timeout 2 --max-time 10 \
       --retry 3 --retry-connrefused \
       "$@"
}
fetch "$shop/api/products/1" -o product.json \
  -w '%{http_code} %{content_type} %{size_download} bytes\n'
# #endregion fetch

printf '%s\n' '{"sku":"MUG-1"}' '{"sku":"TEA-7"}' '{"sku":"PEN-3"}' > stock.ndjson
type='Content-Type: application/x-ndjson'
fetch -H "$type" "$shop/api/products/import" -d @stock.ndjson;            echo "  -d"
fetch -H "$type" "$shop/api/products/import" --data-binary @stock.ndjson; echo "  --data-binary"

# #region secret
umask 077
printf 'Authorization: Bearer %s\n' "${SHOP_TOKEN:-demo-token}" > auth.header
fetch -H @auth.header "$shop/api/products/1" -o /dev/null \
  -w 'token stays out of ps: %{http_code}\n'
# #endregion secret
rm auth.header

#!/usr/bin/env bash
# A tour of curl against the shop's small server. Needs JDK 25 and curl 7.82 or newer.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/server.sh"

exec 3>&1
curl() {                                           # print each command, then run it
  printf '\n$ curl %s\n' "${*//"$shop"/\$shop}" >&3
  command curl --no-progress-meter "$@"
}

# #region tour
# -i: status and headers, then the body.
curl -i "$shop/api/products/1"
curl -i "$shop/api/orders" --json '{"id": 4711, "status": "NEW", "lines": []}'
curl -i "$shop/api/orders" -d '{"id": 4711}'       # -d alone says it is a form
curl -N -H 'Accept: application/x-ndjson' "$shop/api/products" |
  # -N: hand each line on as it comes.
  while read -r line; do echo "got: $line"; done
# #endregion tour

# The server took any free port; the page shows 8080.
command curl --no-progress-meter -v "$shop/api/products/2" 2>&1 | sed "s/\b${shop##*:}\b/8080/"

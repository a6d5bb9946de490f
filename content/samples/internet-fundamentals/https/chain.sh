#!/usr/bin/env bash
# Builds a certificate chain, serves the shop with it, and shows what a client checks.
set -euo pipefail

port="${PORT:-18443}"
server=""
trap '[[ -z "$server" ]] || kill "$server" 2>/dev/null || true' EXIT

# #region issue
key=(-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes)

# issue NAME SUBJECT SIGNER EXTENSION: makes NAME.key and NAME.pem,
# signed with SIGNER.key
issue() {
  openssl req -new "${key[@]}" -keyout "$1.key" -out "$1.csr" \
    -subj "/CN=$2" 2>/dev/null
  openssl x509 -req -in "$1.csr" -days 30 \
    -CA "$3.pem" -CAkey "$3.key" -CAcreateserial \
    -extfile <(printf '%s\n' "$4") -out "$1.pem" 2>/dev/null
}

openssl req -x509 "${key[@]}" -keyout root.key -out root.pem \
  -days 30 -subj "/CN=Test root" 2>/dev/null
issue middle "Test intermediate" root "basicConstraints=critical,CA:TRUE"
issue shop "shop.example" middle "subjectAltName=DNS:shop.example"
# #endregion issue

serve() {
  [[ -z "$server" ]] || { kill "$server"; wait "$server" 2>/dev/null || true; }
  openssl s_server -accept "127.0.0.1:$port" -key shop.key -www -quiet "$@" >/dev/null 2>&1 &
  server=$!
  for _ in {1..50}; do
    (: < "/dev/tcp/127.0.0.1/$port") 2>/dev/null && return
    sleep 0.1
  done
  echo "the server did not start" >&2
  return 1
}

visit() {
  curl --silent --show-error --output /dev/null --max-time 10 --cacert root.pem \
    --resolve "$1:$port:127.0.0.1" --write-out "%{http_code}, certificate accepted\n" \
    "https://$1:$port/" 2>&1 | head -n 1 || true
}

# #region visit
echo "1. The server sends only its own certificate:"
serve -cert shop.pem
visit shop.example

echo "2. It sends the intermediate certificate too:"
serve -cert shop.pem -cert_chain middle.pem
visit shop.example

echo "3. The same server under a name the certificate does not list:"
visit pay.shop.example
# #endregion visit

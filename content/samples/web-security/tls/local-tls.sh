#!/usr/bin/env bash
# A private CA, a certificate for localhost, and three clients that try the server.
set -euo pipefail
PORT=${PORT:-8451}
# #region certificates
openssl ecparam -genkey -name prime256v1 -noout -out ca.key
openssl req -x509 -new -key ca.key -days 30 -subj "/CN=Shop test CA" -out ca.pem
openssl ecparam -genkey -name prime256v1 -noout -out ec.key
openssl pkcs8 -topk8 -nocrypt -in ec.key -out shop.key
openssl req -new -key shop.key -subj "/CN=shop" -out shop.csr
printf '%s\n' 'subjectAltName=DNS:localhost,DNS:shop.example' \
  'extendedKeyUsage=serverAuth' > san.ext
openssl x509 -req -in shop.csr -CA ca.pem -CAkey ca.key -CAcreateserial \
  -days 7 -extfile san.ext -out shop.pem 2>/dev/null
cat shop.pem ca.pem > shop-chain.pem
# #endregion certificates
openssl s_server -accept "$PORT" -cert shop.pem -key shop.key -min_protocol TLSv1.2 -www -quiet 2>/dev/null &
server=$!
trap 'kill $server' EXIT
sleep 1
# #region clients
try() {
  openssl s_client -connect "localhost:$PORT" "$@" </dev/null 2>&1 \
    | grep -aoE 'TLSv1\.3, Cipher is .*|verify error.*|alert [a-z ]*version' |
      sort -u || true
}
echo "1. trusts our CA"
try -CAfile ca.pem -verify_hostname localhost
echo "2. does not know our CA"
try -verify_hostname localhost -verify_return_error
echo "3. wants another name"
try -CAfile ca.pem -verify_hostname pay.example -verify_return_error
echo "4. speaks TLS 1.1 only"
try -CAfile ca.pem -tls1_1 -cipher 'DEFAULT@SECLEVEL=0'
# #endregion clients

#!/usr/bin/env bash
# Starts the built shop with a certificate and asks it for old and new TLS: PGHOST, PGPORT, PGUSER, PGDATABASE name an
# empty PostgreSQL. Run it after `mvn verify`.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d); pid=
trap 'kill -9 "${pid:-0}" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work" && bash "$root/tls/local-tls.sh"
SPRING_DATASOURCE_URL="jdbc:postgresql://$PGHOST:$PGPORT/$PGDATABASE" SPRING_DATASOURCE_USERNAME=$PGUSER \
  SPRING_PROFILES_ACTIVE=https TLS_DIR=$work SPRING_GRPC_SERVER_PORT=0 \
  WAREHOUSE_PASSWORD='a password for tests' WEBHOOK_SECRET='a webhook secret for tests' \
  java -XX:TieredStopAtLevel=1 -jar "$root"/target/*.jar --server.port=18163 >log 2>&1 & pid=$!
for _ in $(seq 240); do
  curl -s -o /dev/null --cacert ca.pem https://localhost:18163/api/products && break
  sleep 0.5
done

shakes_hands() { # the level lets openssl itself offer what is long out of use
  openssl s_client "$1" -cipher DEFAULT@SECLEVEL=0 -connect localhost:18163 -CAfile ca.pem </dev/null >"said$1" 2>&1
}
old_tls_is_refused_and_new_tls_is_not() {
  shakes_hands -tls1_3 && grep -q 'Verify return code: 0 (ok)' said-tls1_3 || return 1
  ! shakes_hands -tls1_1 && grep -q 'alert protocol version' said-tls1_1
}
old_tls_is_refused_and_new_tls_is_not || { tail -20 log said-* >&2; exit 1; }
echo 'ok: TLS 1.3, and no TLS 1.1'

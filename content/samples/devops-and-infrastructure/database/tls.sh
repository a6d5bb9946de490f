#!/usr/bin/env bash
# Two servers answer for db.shop.example: the shop's, and one that somebody put in between.
# Needs openssl and the PostgreSQL server programs on the PATH; run it as an ordinary user (not root).
set -euo pipefail
dir=$(mktemp -d); trap 'for d in real false; do pg_ctl -D "$dir/$d" -m fast stop >/dev/null 2>&1 || true; done
                        rm -rf "$dir"' EXIT
export HOME=$dir  # no ~/.postgresql/root.crt
export PGHOST=db.shop.example PGHOSTADDR=127.0.0.1 PGUSER=shop PGDATABASE=postgres PGCONNECT_TIMEOUT=5
key=(-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes)

# #region certificates
# The authority, whose certificate the API gets, and a server certificate.
openssl req -x509 "${key[@]}" -days 30 -subj '/CN=Shop CA' \
  -keyout "$dir/ca.key" -out "$dir/ca.crt" 2>/dev/null
openssl req "${key[@]}" -subj '/CN=db.shop.example' \
  -keyout "$dir/real.key" -out "$dir/real.csr" 2>/dev/null
openssl x509 -req -in "$dir/real.csr" -CA "$dir/ca.crt" -CAkey "$dir/ca.key" \
  -CAcreateserial -days 30 -out "$dir/real.crt" 2>/dev/null \
  -extfile <(echo subjectAltName=DNS:db.shop.example)
# #endregion certificates
# What somebody in between can make without the authority.
openssl req -x509 "${key[@]}" -days 30 -subj '/CN=db.shop.example' \
  -keyout "$dir/false.key" -out "$dir/false.crt" 2>/dev/null

serve() { # a name and a port
  initdb -D "$dir/$1" -U shop -A trust >/dev/null
  cp "$dir/$1.key" "$dir/$1/server.key"; cp "$dir/$1.crt" "$dir/$1/server.crt"; chmod 600 "$dir/$1/server.key"
  pg_ctl -D "$dir/$1" -l "$dir/$1.log" -w -o "-p $2 -k $dir -c ssl=on -c listen_addresses=127.0.0.1" start >/dev/null
}
serve real 5541
serve false 5542

# #region ask
ask() {  # port, mode, certificate of the authority
  PGPORT=$1 PGSSLMODE=$2 PGSSLROOTCERT=${3:-} psql -XAtc \
    "SELECT 'connected, ' || version FROM pg_stat_ssl
     WHERE pid = pg_backend_pid()" 2>&1 | sed 's/.*failed: //'
}
echo "require"
echo "  the shop's server:  $(ask 5541 require)"
echo "  the one in between: $(ask 5542 require)"
echo "verify-full"
echo "  the shop's server:  $(ask 5541 verify-full "$dir/ca.crt")"
echo "  the one in between: $(ask 5542 verify-full "$dir/ca.crt")"
echo "  by its address:     $(PGHOST=10.0.2.17 \
  ask 5541 verify-full "$dir/ca.crt" | sed "s, (and 1 other name),,")"
# #endregion ask

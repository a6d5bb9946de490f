#!/usr/bin/env bash
# Starts nginx before two stand-ins for the shop, and asks it what a stranger may ask.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd); pids=()
dir=$(mktemp -d); chmod 755 "$dir"; cd "$dir" # nginx reads it as another user
trap 'kill "${pids[@]}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$dir"' EXIT
start() { "$@" >>server.log 2>&1 & pids+=($!); }
mkdir -p www/assets && echo '<title>Shop</title>' >www/index.html && echo 'body{}' >www/assets/app.css
cp "$here"/*.conf .
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 7 -subj /CN=shop.test \
  -addext subjectAltName=DNS:shop.test -keyout shop.key -out shop.crt 2>/dev/null
start python3 "$here/backend.py" gateway 18118
start python3 "$here/backend.py" order-1 18121
start python3 "$here/backend.py" order-2 18122
start nginx -p "$dir" -c "$dir/shop.conf" -g 'daemon off;'
start nginx -p "$dir" -c "$dir/lb.conf" -g 'daemon off;'
get() { curl -sS --max-time 8 --cacert shop.crt --resolve shop.test:18443:127.0.0.1 "$@"; }
until get -f -o /dev/null https://shop.test:18443/api/x 2>/dev/null && curl -fs -o /dev/null http://127.0.0.1:18120/; do sleep 0.2; done

plain_http_is_redirected() {
  [[ $(curl -sS -o /dev/null -w '%{http_code} %{redirect_url}' -H 'Host: shop.test' http://127.0.0.1:18080/x) == \
    '308 https://shop.test:18443/x' ]]
}
a_forged_address_never_reaches_a_service() {
  seen=$(get -H 'X-Forwarded-For: 6.6.6.6' -H 'X-Forwarded-Proto: gopher' https://shop.test:18443/api/orders)
  [[ $seen == *'"X-Forwarded-For": "127.0.0.1"'* && $seen == *'"X-Forwarded-Proto": "https"'* ]]
}
files_of_the_front_end_are_cached_and_its_page_is_not() {
  [[ $(get -D - -o /dev/null https://shop.test:18443/assets/app.css) == *immutable* &&
    $(get -D - -o /dev/null https://shop.test:18443/cart) == *no-cache* ]]
}
a_stopped_copy_fails_no_get_of_100() {
  for i in $(seq 100); do
    [[ $i != 30 ]] || kill "${pids[1]}"
    curl -fsS -o /dev/null http://127.0.0.1:18120/api/orders || return 1
  done
}

nginx -t -q -p "$dir" -c "$dir/shop.conf"
for test in plain_http_is_redirected a_forged_address_never_reaches_a_service \
  files_of_the_front_end_are_cached_and_its_page_is_not a_stopped_copy_fails_no_get_of_100; do
  "$test" || { echo "failed: $test" >&2; exit 1; }
done

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
mkdir behind idle && cp -r ./*.conf www behind && cp ./*.conf idle && echo ok >behind/www/index.html
start nginx -p "$dir/behind" -c "$dir/behind/behind.conf" -g 'daemon off;'
start python3 "$here/idle_service.py" 18131
start nginx -p "$dir/idle" -c "$dir/idle/idle.conf" -g 'daemon off;'
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
each_customer_behind_a_balancer_has_a_limit() { # the last entry is the balancer's, what stands before it is a claim
  local said='' from
  for from in 203.0.113.7 198.51.100.9 203.0.113.7 '6.6.6.6, 203.0.113.7' '6.6.6.6, 192.0.2.44'; do
    said+=$(curl -s -o /dev/null -w '%{http_code} ' -H "X-Forwarded-For: $from" http://127.0.0.1:18142/)
  done
  [[ $said == '200 200 429 429 200 ' ]]
}
a_post_after_a_pause_gets_no_502() { # the front gives an idle connection up before the side behind it does
  local pause
  curl -s -o /dev/null http://127.0.0.1:18132/
  for pause in 0.8 1.5 2.5; do
    sleep $pause
    [[ $(curl -s -o /dev/null -w '%{http_code}' -X POST http://127.0.0.1:18132/api/orders) == 200 ]] || return 1
  done
  # nginx keeps them for 60 s where nothing else is said.
  ! grep -q keepalive_timeout "$here/shop.conf"
  for side in "$here/../gateway/src/main/resources/application.yaml" "$here/../src/main/resources/application.yaml"; do
    (($(sed -n 's/.*keep-alive-timeout: *\([0-9]*\)s.*/\1/p' "$side") > 60)) || return 1
  done
}
the_services_listen_on_this_machine_only() {
  grep -q 'address: 127.0.0.1' "$here/../gateway/src/main/resources/application.yaml" &&
    ! grep 'listen ' "$here/shop.conf" "$here/lb.conf" | grep -v 'listen 127.0.0.1:'
}

nginx -t -q -p "$dir" -c "$dir/shop.conf"
for test in plain_http_is_redirected a_forged_address_never_reaches_a_service \
  files_of_the_front_end_are_cached_and_its_page_is_not a_stopped_copy_fails_no_get_of_100 \
  each_customer_behind_a_balancer_has_a_limit a_post_after_a_pause_gets_no_502 the_services_listen_on_this_machine_only; do
  "$test" || { echo "failed: $test" >&2; exit 1; }
done

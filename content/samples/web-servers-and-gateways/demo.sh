#!/usr/bin/env bash
# Starts stand-in services and the three servers in a scratch folder, and compares what comes through.
# Needs nginx, apache2, caddy, python3, openssl, curl. Usage: demo.sh OUTPUT_DIR
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd); out=$(mkdir -p "$1" && cd "$1" && pwd)
dir=$(mktemp -d); chmod 755 "$dir"; cd "$dir"; mkdir -p www/assets; pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; wait 2>/dev/null || true' EXIT
start() { "$@" >>server.log 2>&1 & pids+=($!); }
echo '<title>Shop</title>' > www/index.html; echo 'body{}' > www/assets/app.css
cp "$here"/nginx/*.conf .
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 7 -subj /CN=shop.test \
  -addext subjectAltName=DNS:shop.test -keyout shop.key -out shop.crt 2>/dev/null
for b in a:18101 b:18102 order-1:18121 order-2:18122 backup:18129 order-flaky:18123; do
  start python3 "$here/backend.py" "${b%:*}" "${b#*:}"; done
start python3 "$here/backend.py" order-ok 18124
start nginx -p "$dir" -c "$dir/shop.conf" -g 'daemon off;'
start nginx -p "$dir" -c "$dir/lb.conf" -g 'daemon off;'
SHOP_DIR=$dir start apache2 -f "$here/apache/shop.conf" -DFOREGROUND
XDG_DATA_HOME=$dir XDG_CONFIG_HOME=$dir start caddy run --config "$here/caddy/Caddyfile" --adapter caddyfile
sleep 4
n="curl -sS --max-time 8 --cacert shop.crt --resolve shop.test:18443:127.0.0.1"
N=https://shop.test:18443
c="curl -sS --max-time 8 -k --resolve shop.localhost:18444:127.0.0.1"
code='%{http_code} HTTP/%{http_version}\n'

{
  echo "nginx -t: $(nginx -t -p "$dir" -c "$dir/shop.conf" 2>&1 | grep -c 'syntax is ok') file ok"
  echo "/            $($n -o /dev/null -w "$code" $N/)"
  echo "/cart/7      $($n -o /dev/null -w "$code" $N/cart/7)  (falls back to index.html)"
  echo "/assets/     $($n -D - -o /dev/null $N/assets/app.css | grep -i cache-control | tr -d '\r')"
  echo "http://      $(curl -sS -o /dev/null -w '%{http_code} -> %{redirect_url}' -H 'Host: shop.test' http://127.0.0.1:18080/x)"
  echo "/cart/7      $($n -D - -o /dev/null $N/cart/7 | grep -i cache-control | tr -d '\r')"
  echo "/api/        $($n -D - -o /dev/null $N/api/products | grep -i strict-transport | tr -d '\r')"
  echo "evil.example $(curl -s -o /dev/null -H 'Host: evil.example' http://127.0.0.1:18080/x || echo "no answer (curl $?)"), $(curl -sk -o /dev/null --resolve evil.example:18443:127.0.0.1 https://evil.example:18443/ || echo "no TLS (curl $?)")"
  echo "/api/slow    $($n -o /dev/null -w "$code" $N/api/slow)"
  kill "${pids[0]}"; sleep 0.3
  echo "service down $($n -o /dev/null -w "$code" $N/api/products)"
} > "$out/nginx.txt"
start python3 "$here/backend.py" a 18101
until curl -sf -o /dev/null http://127.0.0.1:18101/; do sleep 0.1; done

{
  echo "/api/products    -> $(curl -sS http://127.0.0.1:18083/api/products | python3 -c 'import json,sys;print(json.load(sys.stdin)["path"])')"
  echo "/strip/products  -> $(curl -sS http://127.0.0.1:18083/strip/products | python3 -c 'import json,sys;print(json.load(sys.stdin)["path"])')"
} > "$out/prefix.txt"

show='import json,sys;h={k.lower():v for k,v in json.load(sys.stdin)["headers"].items()};print("%-16s host=%s for=%s proto=%s"%(sys.argv[1],h.get("host"),h.get("x-forwarded-for"),h.get("x-forwarded-proto")))'
forged=(-H 'X-Forwarded-For: 6.6.6.6' -H 'X-Forwarded-Proto: https')
{
  $n "${forged[@]}" $N/api/x | python3 -c "$show" "nginx, ours"
  curl -sS "${forged[@]}" -H 'Host: shop.test' http://127.0.0.1:18082/api/x | python3 -c "$show" "Apache, default"
  curl -sS "${forged[@]}" -H 'Host: shop.test' http://127.0.0.1:18081/api/x | python3 -c "$show" "Apache, ours"
  $c "${forged[@]}" https://shop.localhost:18444/api/x | python3 -c "$show" "Caddy, default"
} > "$out/forwarded.txt"

{
  echo "/        $($c -o /dev/null -w "$code" https://shop.localhost:18444/)"
  echo "/cart/7  $($c -o /dev/null -w "$code" https://shop.localhost:18444/cart/7)"
  echo "http://  $(curl -sS -o /dev/null -w '%{http_code} -> %{redirect_url}' --resolve shop.localhost:18084:127.0.0.1 http://shop.localhost:18084/x)"
  echo | openssl s_client -connect 127.0.0.1:18444 -servername shop.localhost 2>/dev/null | openssl x509 -noout -issuer -ext subjectAltName | grep -v 'X509v3'
} > "$out/caddy.txt"

tally() { for _ in $(seq "$1"); do
    curl -s -o /dev/null -D - http://127.0.0.1:18120/api/orders | tr -d '\r' |
      awk '/^HTTP/{s=$2} tolower($1)=="x-upstream:"{sub(/^[^ ]* /,"");u=$0} END{print s, u}'
  done | sort | uniq -c; }
{
  echo "both up:";            tally 30
  kill "${pids[2]}"; sleep 0.3
  echo "first one killed:";   tally 30
  kill "${pids[3]}"; sleep 0.3
  echo "both killed:";        tally 10
} > "$out/failover.txt"

post() { curl -s -o /dev/null -w '%{http_code}' -X POST -d '{}' "http://127.0.0.1:$1/api/orders"; }
both() { echo "$(curl -s http://127.0.0.1:18123/created) $(curl -s http://127.0.0.1:18124/created)"; }
sum() { both | grep -o '"created": [0-9]*' | awk '{s+=$2} END{print s+0}'; }
{
  before=$(sum); s=$(post 18125)
  echo "default:        POST -> $s, orders created: $(( $(sum) - before ))"
  before=$(sum); s=$(post 18126)
  echo "non_idempotent: POST -> $s, orders created: $(( $(sum) - before ))"
} > "$out/retry.txt"
{ curl -s -o /dev/null -w '%{http_code} ' 'http://127.0.0.1:18120/login?try=[1-6]'; echo; } > "$out/limit.txt"   # one process: quick enough

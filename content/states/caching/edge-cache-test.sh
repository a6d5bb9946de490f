#!/usr/bin/env bash
# Two customers and a stranger behind the nginx that keeps products: who gets whose orders?
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd); pids=()
work=$(mktemp -d); chmod 755 "$work"; mkdir "$work/tmp"
trap 'kill "${pids[@]}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
cat >"$work/shop.py" <<'PYTHON'
import http.server

class Shop(http.server.BaseHTTPRequestHandler):
    def do_GET(self):  # it even forgets to say no-store
        self.send_response(200)
        self.send_header("Cache-Control", "max-age=60")
        self.end_headers()
        self.wfile.write(f'{self.path} of {self.headers["Authorization"]}'.encode())

    def log_message(self, *_):
        pass

http.server.ThreadingHTTPServer(("127.0.0.1", 8411), Shop).serve_forever()
PYTHON
python3 "$work/shop.py" & pids+=($!)
nginx -p "$work" -c "$here/nginx.conf" 2>/dev/null & pids+=($!)
until curl -fs -o /dev/null http://127.0.0.1:8410/; do sleep 0.2; done
get() { curl -s -H "Authorization: $2" "http://127.0.0.1:8410$1"; }

nobody_gets_the_orders_of_another() {
  local who
  for who in Ada Ben Ada nobody; do
    [[ $(get /api/orders/1 "$who") == "/api/orders/1 of $who" ]] || return 1
    [[ $(get /account "$who") == "/account of $who" ]] || return 1
  done
  # and what is for all is kept: the second customer gets the answer to the first
  get /api/products/42 Ada >/dev/null
  [[ $(get /api/products/42 Ben) == '/api/products/42 of Ada' ]]
}
nobody_gets_the_orders_of_another
echo 'ok: orders are nobody else'"'"'s'

#!/usr/bin/env bash
# Deploys a release that accepts connections and never answers: deploy.sh must give up and go back to the one before.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# A release is a small server here: the good one tells its commit, the bad one hangs.
cat >server.py <<'PYTHON'
import http.server, sys, time

class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if sys.argv[1].startswith("bad"):
            time.sleep(3600)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(f'{{"build":{{"commit":"{sys.argv[1]}"}}}}'.encode())

    def log_message(self, *_):
        pass

http.server.ThreadingHTTPServer(("127.0.0.1", 8513), Handler).serve_forever()
PYTHON
cat >runner.sh <<'RUNNER'
#!/usr/bin/env bash
case $1 in
  start) python3 server.py "$2" >/dev/null 2>&1 & echo $! >server.pid ;;
  stop) [[ ! -f server.pid ]] || kill "$(cat server.pid)"; rm -f server.pid ;;
esac
RUNNER
chmod +x runner.sh
trap './runner.sh stop' EXIT
export RUNNER=./runner.sh SHOP_URL=http://127.0.0.1:8513 PATIENCE=3

bash "$here/deploy.sh" 900dc0ffee00
started=$SECONDS
bash "$here/deploy.sh" bad0c0ffee00 && code=0 || code=$?
[[ $code == 1 && $(cat current-release) == 900dc0ffee00 ]]
((SECONDS - started < 30))
curl -fs -m 2 "$SHOP_URL/actuator/info" | grep -q 900dc0ffee00
bash "$here/deploy.sh" 'x; reboot' && code=0 || code=$?
[[ $code == 2 ]]

#!/usr/bin/env bash
# A quiet stream behind the nginx of the shop, with its times divided by 30: bash edge/stream-test.sh
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd); pids=()
work=$(mktemp -d); chmod 755 "$work"; mkdir "$work/logs"
trap 'kill "${pids[@]}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
cp "$here/forwarded.conf" "$work"
sed 's/127.0.0.1:8080/127.0.0.1:18171/; s/listen 8020/listen 127.0.0.1:18170/; s/75s/2500ms/' "$here/realtime.conf" >"$work/nginx.conf"
cat >"$work/quiet.py" <<'PYTHON'
import http.server, time

class Stream(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        pause = 60 if self.path.endswith("silent") else 0.5
        while True:
            time.sleep(pause)
            self.wfile.write(b": still here\n\n")

    def log_message(self, *_):
        pass

http.server.ThreadingHTTPServer(("127.0.0.1", 18171), Stream).serve_forever()
PYTHON
python3 "$work/quiet.py" 2>/dev/null & pids+=($!)
nginx -p "$work" -c "$work/nginx.conf" -g 'pid nginx.pid; error_log error.log; daemon off;' 2>/dev/null & pids+=($!)
until (exec 3<>/dev/tcp/127.0.0.1/18170 && exec 3<>/dev/tcp/127.0.0.1/18171) 2>/dev/null; do sleep 0.2; done
# 28: curl itself has ended it.
listen() { curl -sN -m "$1" -o "$work/heard" "http://127.0.0.1:18170/api/notifications/stream$2" && code=0 || code=$?; }

a_quiet_stream_stays_open_by_its_heartbeat() {
  listen 6 ''
  [[ $code == 28 && $(grep -c 'still here' "$work/heard") -gt 8 ]] || return 1
  listen 6 '?silent' # and without one nginx cuts it
  [[ $code != 28 ]] || return 1
  # the real times: three heartbeats fit in
  (($(sed -n 's/.*heartbeat: \([0-9]*\)s.*/\1/p' "$here/../src/main/resources/application.yaml") * 3 < 75))
}
a_quiet_stream_stays_open_by_its_heartbeat
echo 'ok: the stream stays open'

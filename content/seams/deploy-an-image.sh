#!/usr/bin/env bash
# The script of phase 12 starts the image of phase 16, before and after phase 23 moves Actuator: good releases, one that
# hangs, one that ends at once, and an older commit that arrives late.
# needs: python3 git curl
set -euo pipefail
ci=$SAMPLES/ci-cd
fail() { # a file of the samples, a text in it, and what is wrong there
  echo "content/samples/$1:$(grep -nF -m 1 -- "$2" "$SAMPLES/$1" | cut -d: -f1) $3" >&2
  exit 1
}

# What stands in for the image: it answers as the application does. Its commit says how it behaves.
cat >app.py <<'PYTHON'
import http.server, sys, threading, time

commit, ports = sys.argv[1], [int(port) for port in sys.argv[2].split(",")]
if commit.startswith("dead"):
    sys.exit(1)

class App(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if commit.startswith("bad"):
            time.sleep(3600)
        actuator = self.path.startswith("/actuator/") and self.server.server_port == ports[-1]
        self.send_response(200 if actuator else 404)
        self.end_headers()
        self.wfile.write(f'{{"build":{{"commit":"{commit}"}}}}'.encode())

    def log_message(self, *_):
        pass

servers = [http.server.ThreadingHTTPServer(("127.0.0.1", port), App) for port in ports]
for server in servers[1:]:
    threading.Thread(target=server.serve_forever, daemon=True).start()
servers[0].serve_forever()
PYTHON

# What stands in for Docker: only published ports can be reached, at 10,000 more than they are published at.
mkdir bin
cat >bin/docker <<'DOCKER'
#!/usr/bin/env bash
set -euo pipefail
[[ $1 == run ]] || { [[ ! -f app.pid ]] || kill "$(cat app.pid)" 2>/dev/null || true; rm -f app.pid; exit; }
shift
ports=()
while [[ $1 == -* ]]; do
  case $1 in
    --publish)
      IFS=: read -r address host inside <<<"$2"
      [[ $address == 127.0.0.1 ]] || { echo "open to the internet: $2" >&2; exit 125; }
      for open in $APP_PORTS; do [[ $open != "$inside" ]] || ports+=($((host + 10000))); done
      shift 2 ;;
    --name | --restart | --env-file) shift 2 ;;
    *) shift ;;
  esac
done
((${#ports[@]})) || { sleep 3600 & echo $! >app.pid; exit; }   # it runs, and nobody reaches it
python3 app.py "${1##*:}" "$(IFS=,; echo "${ports[*]}")" >/dev/null 2>&1 &
echo $! >app.pid
DOCKER
chmod +x bin/docker
cat >runner.sh <<'RUNNER'
#!/usr/bin/env bash
PATH=$PWD/bin:$PATH IMAGE=ghcr.io/example/shop-api exec bash "$SAMPLES/ci-cd/run-image.sh" "$@"
RUNNER
chmod +x runner.sh
trap './runner.sh stop' EXIT
deploy() { RUNNER=./runner.sh PATIENCE=3 timeout 40 bash "$ci/deploy.sh" "$@"; }
live() { # it is said to be live, and it answers
  [[ $(deploy live) == "$1" ]] && curl -fs -m 2 "${ACTUATOR_URL:-$SHOP_URL/actuator}/info" | grep -q "$1"
}

settings=$SAMPLES/observability/src/main/resources/application.yaml
public=$(sed -n '/^server:/,/^[a-z]/s/^  port: *\([0-9]*\).*/\1/p' "$settings")
management=$(sed -n '/^management:/,$s/^    port: *\([0-9]*\).*/\1/p' "$settings")

try() { # what it is called
  deploy 900dc0ffee01 || fail ci-cd/run-image.sh --publish "A good release is not healthy $1: what deploy.sh asks is not published."
  deploy bad0c0ffee02 && fail ci-cd/deploy.sh 'curl -fs -m 2' "A release that hangs counts as healthy $1."
  live 900dc0ffee01 || fail ci-cd/deploy.sh 'switch_to "$previous"' "After a release that hangs, the one before is not live $1."
  deploy dead0c0ffee3 && fail ci-cd/deploy.sh 'healthy()' "A release that ended at its start counts as healthy $1."
  deploy 900dc0ffee04 || fail ci-cd/deploy.sh 'healthy()' "After a failed release, a good one is not healthy $1."
  live 900dc0ffee04 || fail ci-cd/deploy.sh 'current-release' "deploy.sh does not tell what is live $1."
}
export APP_PORTS=$public SHOP_URL=http://127.0.0.1:$((public + 10000))
[[ -z $(deploy live) ]] || fail ci-cd/deploy.sh 'current-release' 'Before the first release, something is said to be live.'
try 'on one port'
export APP_PORTS="$public $management" ACTUATOR_URL=http://127.0.0.1:$((management + 10000))/actuator
try 'on the ports of phase 23'

# The last step of the pipeline, word for word, with a stand-in for ssh: an older commit comes after a newer one.
awk '/^      - env:/ { step = "" } { step = step "\n" $0 } /ssh "\$TARGET" "\$GITHUB_SHA"/ { print step }' \
  "$ci/github/ci.yml" | sed -n '/run: |/,$p' | sed '1d; s/^          //' >step.sh
cat >bin/ssh <<'SSH'
#!/usr/bin/env bash
cd "$SERVER" && SSH_ORIGINAL_COMMAND=$2 RUNNER=./runner.sh PATIENCE=3 exec bash "$SAMPLES/ci-cd/deploy.sh"
SSH
chmod +x bin/ssh
export SERVER=$PWD HOME=$PWD GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
export GIT_AUTHOR_NAME=Anna GIT_AUTHOR_EMAIL=anna@shop.example GIT_COMMITTER_NAME=Anna GIT_COMMITTER_EMAIL=anna@shop.example
git init -q -b main repository
commit() { git -C repository commit -q --allow-empty -m "$1" && git -C repository rev-parse HEAD; }
# Commits whose ids would make the stand-in hang or end are passed over.
sound() { local id; until id=$(commit "$1 $RANDOM") && [[ $id != bad* && $id != dead* ]]; do :; done; echo "$id"; }
older=$(sound older) newer=$(sound newer)
run_step() { (cd repository && PATH=$SERVER/bin:$PATH GITHUB_SHA=$1 TARGET=deploy@shop.example KEY=key HOST_KEYS=keys bash -e ../step.sh); }
run_step "$newer" || fail ci-cd/github/ci.yml 'ssh "$TARGET" "$GITHUB_SHA"' 'The pipeline cannot deploy a new commit.'
run_step "$older" && fail ci-cd/github/ci.yml 'merge-base' 'An older commit replaces a newer one.'
live "$newer" || fail ci-cd/github/ci.yml 'merge-base' 'After an older commit, the newer one is not live.'
# By hand an older commit may go live: that is a rollback.
deploy "$older" && live "$older"

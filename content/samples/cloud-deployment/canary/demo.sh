#!/usr/bin/env bash
# needs: server nginx
# 1,000 visitors at 5 %, the same 1,000 at 20 %, then a canary that fails every 10th request.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cp "$here"/*.conf .
pids=()
stop() { nginx -p "$PWD/" -c nginx.conf -s stop 2>/dev/null || true; kill "${pids[@]}" 2>/dev/null || true; }
trap stop EXIT
up() { until curl -s -o /dev/null "http://127.0.0.1:$1/health"; do sleep 0.1; done; }
python3 "$here/../blue-green/backend.py" 18201 1.4.0 & pids+=($!)
python3 "$here/../blue-green/backend.py" 18202 1.5.0 & canary=$!; pids+=($canary)
up 18201; up 18202

visit() { # visit FIRST LAST: one request for each visitor, all through one curl
  for i in $(seq "$1" "$2"); do
    printf 'url = "http://127.0.0.1:18200/"\noutput = "/dev/null"\nheader = "Cookie: visitor=v%s"\n' "$i"
    [ "$i" = "$2" ] || echo next
  done > visits.curl
  curl -s -K visits.curl
}
weight() { sed -i "s/[0-9]*%  canary/$1  canary/" nginx.conf; nginx -p "$PWD/" -c nginx.conf -s reload; sleep 0.7; : > access.log; }

nginx -p "$PWD/" -c nginx.conf
visit 1 1000
echo "weight 5 %, 1,000 visitors:"
cut -d' ' -f1 access.log | sort | uniq -c
grep ^canary access.log | cut -d' ' -f3 | sort > first.txt

visit 1 1000
echo "the same visitors again: $(cut -d' ' -f1,3 access.log | sort -u | wc -l) different pairs of visitor and version"
python3 "$here/judge.py" access.log 300

weight 20%
visit 1 1000
echo "weight 20 %:"
cut -d' ' -f1 access.log | sort | uniq -c
grep ^canary access.log | cut -d' ' -f3 | sort > second.txt
echo "  of the first canary visitors, still on the canary: $(comm -12 first.txt second.txt | wc -l) of $(wc -l < first.txt)"

kill "$canary"; wait "$canary" 2>/dev/null || true
python3 "$here/../blue-green/backend.py" 18202 1.5.1 10 & pids+=($!)
up 18202
: > access.log
visit 1001 2000
echo "weight 20 %, a release that fails every 10th request:"
python3 "$here/judge.py" access.log 300

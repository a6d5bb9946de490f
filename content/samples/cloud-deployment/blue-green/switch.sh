#!/usr/bin/env bash
# needs: server nginx
# usage: switch.sh blue|green VERSION   in the folder that holds nginx.conf and live.conf
set -euo pipefail
if [ $# -ne 2 ]; then echo "usage: switch.sh blue|green VERSION"; exit 0; fi
# #region switch
color=$1 version=$2
case $color in blue) port=18101 ;; green) port=18102 ;; *) exit 2 ;; esac

# 1. Ask the idle color directly, before any customer does.
refuse() { echo "refused: $color $1"; exit 1; }
curl -fsS -m 2 -o /dev/null "http://127.0.0.1:$port/health" ||
  refuse "is not healthy"
[ "$(curl -fsS -m 2 "http://127.0.0.1:$port/version")" = "$version" ] ||
  refuse "runs another version"

# 2. Replace the line in one move and let nginx check the result.
cp live.conf previous.conf
echo "proxy_pass http://$color;" > next.conf
mv next.conf live.conf
back() {
  mv previous.conf live.conf
  nginx -p "$PWD/" -c nginx.conf -s reload
  echo "went back"
  exit 1
}
nginx -q -t -p "$PWD/" -c nginx.conf || back
nginx -p "$PWD/" -c nginx.conf -s reload

# 3. Prove it through the front door.
for _ in 1 2 3 4 5 6 7 8 9 10; do
  if [ "$(curl -s -m 2 http://127.0.0.1:18100/version)" = "$version" ]; then
    echo "live: $color ($version)"
    exit 0
  fi
  sleep 0.2
done
back
# #endregion switch

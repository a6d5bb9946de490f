#!/usr/bin/env bash
# Provokes the three ways in which a connection fails, all on this machine.
set -euo pipefail
export no_proxy='*'

# A server that accepts connections (in the kernel's queue) and never answers.
python3 -c '
import socket, time
s = socket.create_server(("127.0.0.1", 18424)); time.sleep(20)' &
silent=$!
trap 'kill $silent' EXIT
sleep 1

# #region probe
probe() {
  local code=0
  curl --silent --max-time 2 --output /dev/null "$2" || code=$?
  printf '%-26s curl exit code %d\n' "$1" "$code"
}

probe "name that does not exist" http://db.shop.invalid/
probe "port nobody listens on"   http://127.0.0.1:1/
probe "server that never answers" http://127.0.0.1:18424/
# #endregion probe

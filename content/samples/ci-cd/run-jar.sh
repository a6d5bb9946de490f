#!/usr/bin/env bash
# Starts or stops one release as a plain process. Usage: run-jar.sh start COMMIT | run-jar.sh stop
set -euo pipefail
case $1 in
  start)
    java -jar "releases/$2.jar" --server.port="${SHOP_URL##*:}" >"$2.log" 2>&1 &
    echo $! >shop.pid
    ;;
  stop)
    pid=$(cat shop.pid 2>/dev/null || true)
    if [[ -n $pid ]] && kill "$pid" 2>/dev/null; then
      while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
    fi
    rm -f shop.pid
    ;;
esac

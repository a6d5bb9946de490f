#!/usr/bin/env bash
# Starts or stops one release as a container. Usage: IMAGE=ghcr.io/… run-image.sh start COMMIT | run-image.sh stop
set -euo pipefail
case $1 in
  start)
    # 8081 is Actuator's port from phase 23 on; until then nobody listens there. Neither is open to the internet.
    docker run --detach --name shop --restart unless-stopped \
      --env-file /etc/shop/shop.env \
      --publish 127.0.0.1:8080:8080 --publish 127.0.0.1:8081:8081 "$IMAGE:$2"
    ;;
  stop)
    docker rm --force shop >/dev/null 2>&1 || true
    ;;
esac

#!/usr/bin/env bash
# The commands of a working day with Docker, on an engine of its own in the current folder. Usage: daily.sh FOLDER
# needs: dockerd docker busybox curl root
set -euo pipefail
here=$1
exec 2>&1
export DOCKER_HOST=unix://$PWD/docker.sock DOCKER_BUILDKIT=0
dockerd --data-root "$PWD/data" --exec-root "$PWD/exec" --pidfile "$PWD/docker.pid" \
  --host "$DOCKER_HOST" --storage-driver vfs > dockerd.log 2>&1 &
trap 'docker rm -f shop > /dev/null || true; kill "$(cat docker.pid)"; wait' EXIT
for _ in {1..60}; do docker info > /dev/null 2>&1 && break || sleep 0.5; done

mkdir -p api/www/api
cp "$(command -v busybox)" "$here/daily/Dockerfile" api/
echo '[{"sku":"MUG-01","name":"Mug"}]' > api/www/api/products

# #region run
# an image from the folder api
docker build -q -t shop-api:1.4.0 api 2> warnings.txt
docker run -d --name shop -p 127.0.0.1:8088:8080 shop-api:1.4.0
sleep 3
curl -s http://127.0.0.1:8088/api/products
# #endregion run
echo ===
# #region look
docker ps                     # what runs, and on which port
docker logs shop              # what it has printed
docker exec shop ls /www/api  # a command inside
docker port shop
# #endregion look
echo ===
# #region stop
docker stop -t 2 shop                                # ask, wait 2 s, kill
docker ps --format '{{.Names}}'                      # it runs no more …
docker ps -a --format '{{.Names}}: {{.State}}'       # … and is still there
docker inspect --format '{{.State.ExitCode}}' shop
docker rm shop
docker image ls
# #endregion stop

#!/usr/bin/env bash
# Usage: deploy.sh VERSION JAR. Puts the jar into a release folder, switches to it, and back if it is not healthy.
# #region release
set -euo pipefail
version=$1 jar=$2
root=${ROOT:-/srv/shop}
restart=${RESTART:-"sudo systemctl restart shop-api"}
health=${HEALTH:-"curl -fsS -m 2 -o /dev/null http://127.0.0.1:8080/readyz"}

point_to() {  # a rename: old link or new link, never none
  ln -sfn "$1" "$root/next" && mv -T "$root/next" "$root/current"
}
healthy() {
  for _ in $(seq "${TRIES:-30}"); do
    if bash -c "$health"; then return 0; fi
    sleep 1
  done
  return 1
}

mkdir -p "$root/releases/$version"
cp "$jar" "$root/releases/$version/shop-api.jar"
previous=$(readlink "$root/current" || true)
point_to "releases/$version"

if bash -c "$restart" && healthy; then
  echo "$version is live" >&2
  exit 0
fi
[[ -n $previous ]] && point_to "$previous" && bash -c "$restart"
echo "$version is not healthy, back to ${previous:-nothing}" >&2
exit 1
# #endregion release

#!/usr/bin/env bash
# Starts a release in place of the running one; returns to the old one when the new one is not healthy.
# Usage: RUNNER=./run-jar.sh SHOP_URL=http://127.0.0.1:8080 ./deploy.sh COMMIT
# ACTUATOR_URL says where Actuator listens once it has a port of its own (phase 23).
set -euo pipefail
# #region deploy
# An argument, or what the ssh client asked for.
release=${1:-${SSH_ORIGINAL_COMMAND:-}}
if [[ $release == live ]]; then
  cat current-release 2>/dev/null || true
  exit
fi
[[ $release =~ ^[0-9a-f]{12,40}$ ]] || { echo "not a commit id" >&2; exit 2; }
previous=$(cat current-release 2>/dev/null || true)

actuator=${ACTUATOR_URL:-$SHOP_URL/actuator}
# Seconds for one release; two of them fit into two minutes.
patience=${PATIENCE:-50}

healthy() {                    # the right commit answers, and it is UP
  local end=$((SECONDS + patience))
  while ((SECONDS < end)); do  # a hung server costs one try, not the night
    info=$(curl -fs -m 2 "$actuator/info" || true)
    if [[ $info == *"\"commit\":\"$1\""* ]] &&
      curl -fs -m 2 "$actuator/health" >/dev/null; then
      return 0
    fi
    sleep 0.5
  done
  return 1
}

switch_to() { "$RUNNER" stop && "$RUNNER" start "$1" && healthy "$1"; }

if switch_to "$release"; then
  echo "$release" >current-release
  echo "healthy: $release"
  exit 0
fi
echo "NOT healthy: $release"
if [[ -n $previous ]] && switch_to "$previous"; then
  echo "rolled back to $previous"
fi
exit 1  # the pipeline stays red after a rollback
# #endregion deploy

#!/usr/bin/env bash
# usage: release.sh IMAGE@sha256:DIGEST     needs gcloud and a JUDGE command on the PATH
set -euo pipefail
if [ $# -ne 1 ]; then echo "usage: release.sh IMAGE@sha256:DIGEST"; exit 0; fi
# #region release
image=$1 service=shop-api
[[ $image =~ @sha256:([0-9a-f]{64})$ ]] ||
  { echo "refused: no digest"; exit 2; }
tag="r${BASH_REMATCH[1]:0:8}"
traffic() {
  gcloud run services describe "$service" --format=json | jq -r "$@"
}

stable=$(traffic '
  [.status.traffic[] | select(.percent == 100)][0].revisionName // empty')
[ -n "$stable" ] || { echo "refused: another rollout is under way"; exit 2; }
back() {
  trap - ERR INT TERM
  gcloud run services update-traffic "$service" --to-revisions="$stable=100"
  echo "rolled back to $stable"; exit 1
}
trap back ERR INT TERM

gcloud run deploy "$service" --image="$image" --no-traffic --tag="$tag"
url=$(traffic --arg tag "$tag" '.status.traffic[] | select(.tag == $tag).url')
curl -fsS -m 10 -o /dev/null "$url/actuator/health/readiness"

for share in 5 25; do
  gcloud run services update-traffic "$service" --to-tags="$tag=$share"
  for ((try = 1; ; try++)); do
    sleep "${SOAK:-300}" & wait $!        # a signal is handled at once
    verdict=$("$JUDGE" "$tag")
    [ "$verdict" = PROMOTE ] && break
    { [ "$verdict" = WAIT ] && [ "$try" -lt 6 ]; } || back
  done
done
gcloud run services update-traffic "$service" --to-tags="$tag=100"
# #endregion release
echo "released $tag"

#!/usr/bin/env bash
# Runs release.sh against a gcloud that only writes down what it was asked to do.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mkdir bin
cat > bin/gcloud <<'X'
#!/usr/bin/env bash
if [ "$3" = describe ]; then
  cat <<'J'
{"status": {"traffic": [
  {"revisionName": "shop-api-00041", "percent": 100},
  {"revisionName": "shop-api-00042", "tag": "r4f53cda1", "url": "https://r4f53cda1---shop.example"}]}}
J
else
  echo "  gcloud $*" | sed -E "s/--image=[^ ]*@sha256:(....)[0-9a-f]*/--image=...@sha256:\1.../"
fi
X
printf '#!/bin/sh\necho "  curl $6" >&2\n[ ! -e sick ]\n' > bin/curl
printf '#!/bin/sh\nhead -n1 verdicts; sed -i 1d verdicts\n' > bin/judge
chmod +x bin/*
export PATH="$PWD/bin:$PATH" JUDGE=judge SOAK=0
image=europe-west3-docker.pkg.dev/shop/api/shop-api@sha256:4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945

try() { bash "$here/release.sh" "$image" 2>&1 || echo "exit $?"; }
echo "verdicts WAIT, PROMOTE, PROMOTE:"; printf 'WAIT\nPROMOTE\nPROMOTE\n' > verdicts; try
echo "verdicts PROMOTE, ROLL BACK:";     printf 'PROMOTE\nROLL BACK\n' > verdicts; try
echo "the new revision is not ready:";   touch sick; try
echo "a tag instead of a digest:";       image=europe-west3-docker.pkg.dev/shop/api/shop-api:latest; try

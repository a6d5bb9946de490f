#!/usr/bin/env bash
# Runs rollback.sh with a kubectl that only writes down what it is asked: once for a good release, once for a bad one.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

mkdir bin
cat >bin/kubectl <<'STUB'
#!/usr/bin/env bash
echo "$*" >>asked.txt
case "$*" in
  *"rollout status"*) exit "$STATUS" ;;
  *"get replicasets"*) printf 7d9c5 ;;
  *logs*) echo "Error: could not connect to the database" ;;
esac
STUB
chmod +x bin/kubectl
export PATH="$PWD/bin:$PATH"

STATUS=0 bash "$here/rollback.sh" sha256:0123
[[ $(wc -l <asked.txt) == 2 ]]           # set the image, wait for it, nothing else
grep -q 'api=ghcr.io/example/shop-api@sha256:0123' asked.txt

rm asked.txt
STATUS=1 bash "$here/rollback.sh" sha256:4567 && code=0 || code=$?
[[ $code == 1 ]]                         # red, although the rollback worked
grep -q 'logs --selector pod-template-hash=7d9c5' asked.txt
[[ $(tail -1 asked.txt) == *"rollout undo deployment/shop-api" ]]
echo "rollback.sh: green after a good release, red after a rollback"

#!/usr/bin/env bash
# Runs deploy.sh in an empty folder with stand-ins: a jar is "healthy" if it contains the word good.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export ROOT=$PWD/srv RESTART=true TRIES=1 HEALTH="grep -q good '$PWD/srv/current/shop-api.jar'"

echo good > good.jar
echo broken > broken.jar

bash "$here/deploy.sh" 1.4.0 good.jar 2>&1
code=0
bash "$here/deploy.sh" 1.5.0 broken.jar 2>&1 || code=$?
echo "exit code: $code"
echo "current -> $(readlink srv/current)"
[[ $code == 1 && $(readlink srv/current) == releases/1.4.0 ]]

#!/usr/bin/env bash
# needs: visudo
# Checks the syntax of the sudoers file, then of a broken copy. Runs in an empty folder.
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export PATH="$PATH:/usr/sbin"

install -m 440 "$HERE/shop-deploy.sudoers" shop-deploy
visudo -c -f shop-deploy

sed 's/NOPASSWD:/NOPASSWORD:/' shop-deploy > broken; chmod 440 broken
visudo -c -f broken && exit 1
echo "broken copy refused, as it should be"

#!/usr/bin/env bash
# needs: root nft
# Checks the rules without loading them. Runs in an empty folder.
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export PATH="$PATH:/usr/sbin"
nft --check --file "$HERE/shop.nft" && echo "rules are valid"

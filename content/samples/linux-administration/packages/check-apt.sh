#!/usr/bin/env bash
# needs: apt
# apt reads the file and prints what it understood. Runs in an empty folder.
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
APT_CONFIG="$HERE/52shop-upgrades" apt-config dump | grep -E '^(APT::Periodic|Unattended-Upgrade)::' > understood.txt
cat understood.txt
grep -q 'Automatic-Reboot-Time "04:30"' understood.txt

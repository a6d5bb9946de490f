#!/usr/bin/env bash
# needs: systemd-analyze
# Checks the unit files without a running systemd. Runs in an empty folder.
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# A folder that stands for the server's root, with stand-ins for the programs.
mkdir -p root/etc/systemd/system root/usr/bin root/usr/local/bin
for program in root/usr/bin/java root/usr/local/bin/report-orders; do
  printf '#!/bin/sh\n' > "$program"; chmod 755 "$program"
done
cp "$HERE"/*.service "$HERE/../jobs"/*.service "$HERE/../jobs"/*.timer root/etc/systemd/system/
for target in sysinit basic shutdown multi-user network-online timers time-sync time-set; do
  printf '[Unit]\nDescription=%s\n' "$target" > "root/etc/systemd/system/$target.target"
done

# #region check
export SYSTEMD_COLORS=0 LC_ALL=C
check() { systemd-analyze --root="$PWD/root" verify "$@" 2>&1; }
score() { systemd-analyze --root="$PWD/root" security --offline=yes shop-notify.service |
            grep -o 'Overall.*[0-9]'; }

check shop-notify.service shop-report.timer && echo "verify: no complaint"

score                                             # the unit alone
cp -r "$HERE/shop-notify.service.d" root/etc/systemd/system/
score                                             # with the drop-in

sed -i 's/RestartSec/RestartSecs/' root/etc/systemd/system/shop-notify.service
check shop-notify.service | sed "s|$PWD/root/etc/systemd/system/||"
echo "verify with a typo: exit ${PIPESTATUS[0]}"
# #endregion check

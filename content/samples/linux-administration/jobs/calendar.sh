#!/usr/bin/env bash
# needs: systemd-analyze
# Asks systemd when a calendar expression comes true. Runs in an empty folder.
set -euo pipefail
export TZ=Europe/Berlin LC_ALL=C

# #region calendar
# In Berlin the clock jumps from 02:00 to 03:00 on 28 March 2027.
for when in '*-*-* 02:30:00' '*-*-* 03:15:00' '*-*-* 02:30:00 UTC'; do
  echo "$when"
  systemd-analyze calendar --base-time='2027-03-27 00:00' --iterations=3 "$when" |
    grep -oE '[A-Z][a-z]{2} 2027-.* CES?T' | sed 's/^/  /'
done
# #endregion calendar

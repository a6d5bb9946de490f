#!/usr/bin/env bash
# Five numbers for the first minute on a slow server. Runs in an empty folder.
set -euo pipefail

# #region look
read -r one five fifteen _ < /proc/loadavg
echo "load: $one $five $fifteen on $(nproc) CPUs"

awk '/^MemTotal/ {t=$2} /^MemFree/ {f=$2} /^MemAvailable/ {a=$2} /^SwapTotal/ {s=$2}
     END {printf "memory: %d MB, free %d MB, available %d MB, swap %d MB\n",
          t/1024, f/1024, a/1024, s/1024}' /proc/meminfo

for resource in cpu io memory; do      # share of time that work waited for it
  [ -r "/proc/pressure/$resource" ] || continue
  echo "pressure $resource: $(grep ^some "/proc/pressure/$resource" | cut -d' ' -f2-4)"
done

df -h --output=pcent,ipcent,avail . | tail -n 1 | xargs echo "disk used, inodes used, free:"
# #endregion look

#!/usr/bin/env bash
# df and du count different things. Runs in an empty folder.
set -euo pipefail

# #region sparse
truncate -s 1G orders.img              # length 1 GB, nothing written
head -c 20M /dev/urandom > export.csv
ln export.csv export-copy.csv          # a second name for the same file

sum=$(find . -type f -printf '%s\n' |
  awk '{s+=$1} END {print int(s/1024/1024)}')
echo "sum of the lengths: $sum MB"
echo "du, apparent size:  $(du -sm --apparent-size . | cut -f1) MB"
echo "du, on the disk:    $(du -sm . | cut -f1) MB"
# #endregion sparse

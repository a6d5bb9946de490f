#!/usr/bin/env bash
# needs: logrotate
# Rotates three times in a scratch folder, with a writer that keeps its file open. Runs in an empty folder.
set -euo pipefail
export PATH="$PATH:/usr/sbin"
umask 022

# #region rotation
for method in create copytruncate; do
  mkdir "$method"; log="$PWD/$method/app.log"
  echo "$log { rotate 5 size 1 $method }" | sed 's/\([{0-9]\) /\1\n/g; s/ }/\n}/' > rotate.conf

  exec 3>> "$log"                      # a program that never reopens its log
  for run in 1 2 3; do
    echo "line $run" >&3
    logrotate --state "$PWD/state" rotate.conf
  done
  exec 3>&-
  find "$method" -name 'app.log*' -printf '%p %s bytes\n' | sort
done
# #endregion rotation

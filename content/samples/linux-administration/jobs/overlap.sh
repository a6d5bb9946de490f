#!/usr/bin/env bash
# A second run finds the lock taken and leaves. Runs in an empty folder.
set -euo pipefail

# #region overlap
run() {
  flock -n lock sh -c "echo run $1 starts; sleep 1; echo run $1 ends" ||
    echo "run $1 skipped"
}

run 1 &
sleep 0.3
run 2
wait
run 3
# #endregion overlap

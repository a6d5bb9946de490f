#!/usr/bin/env bash
# shellcheck disable=SC2016
# Who gets the signal: the wrapper or the worker? Runs in an empty folder.
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export WORKER="$HERE/worker.bash"

# #region wrappers
printf '#!/bin/sh\nbash "$WORKER"\necho done\n' > start-child.sh
printf '#!/bin/sh\nexec bash "$WORKER"\n'       > start-exec.sh

for script in start-child.sh start-exec.sh; do
  rm -f mails.log enough
  sh "$script" & pid=$!
  sleep 0.5
  kill -TERM "$pid"
  status=0; wait "$pid" || status=$?
  sleep 0.6
  worker="still running"
  if grep -q clean mails.log; then worker=stopped; fi
  echo "$script: exit $status, worker $worker"
  touch enough; sleep 0.6              # ends a worker that was left over
done
# #endregion wrappers

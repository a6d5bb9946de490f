#!/usr/bin/env bash
# Whom would the OOM killer choose? Runs in an empty folder.
set -euo pipefail

# #region oom
python3 -c 'import time; block = b"x" * 400_000_000; time.sleep(15)' & big=$!
sleep 15 & small=$!
sleep 2

score() { echo "$1: resident $(ps -o rss= -p "$2" | awk '{print int($1/1024)}') MB, score $(cat "/proc/$2/oom_score")"; }
score "report, 400 MB" "$big"
score "sleep         " "$small"

echo 500 > "/proc/$small/oom_score_adj"    # volunteer: +500 of 1000
score "sleep, adj 500" "$small"
# #endregion oom

kill "$big" "$small"
wait || true

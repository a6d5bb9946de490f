#!/usr/bin/env bash
# Sleeping, stopped, running and zombie processes as ps shows them. Runs in an empty folder.
set -euo pipefail

# #region states
sleep 30 & sleeping=$!
sleep 31 & stopped=$!
timeout 30 sh -c 'while :; do :; done' & running=$!
# A parent that never collects its child's exit status makes a zombie.
python3 -c 'import os, time
if os.fork() == 0: os._exit(7)
time.sleep(30)' & parent=$!

for _ in $(seq 50); do                 # until Python has started and forked
  ps -o stat= --ppid "$parent" | grep -q Z && break; sleep 0.2
done
kill -STOP "$stopped"; sleep 0.2

ps -o stat=,args= -p "$sleeping" -p "$stopped"
ps -o stat=,args= --ppid "$running"
ps -o stat=,args= --ppid "$parent"
# #endregion states

kill -CONT "$stopped"
kill "$sleeping" "$stopped" "$running" "$parent"
wait || true

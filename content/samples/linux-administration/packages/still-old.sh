#!/usr/bin/env bash
# Replacing a program on disk does not touch the process that runs it. Runs in an empty folder.
set -euo pipefail

# #region old
cp "$(command -v sleep)" notifyd
./notifyd 20 & pid=$!
sleep 0.3

cp "$(command -v sleep)" notifyd.new   # "the security fix"
mv notifyd.new notifyd                 # how dpkg puts a new file in place
readlink "/proc/$pid/exe" | sed 's|.*/||'
# #endregion old
kill "$pid"
wait || true

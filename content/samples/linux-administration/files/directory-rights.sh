#!/usr/bin/env bash
# needs: root
# A readable file that nobody can reach, and a protected file that anybody can delete. Runs in an empty folder.
set -euo pipefail

work=$(mktemp -d /tmp/rights.XXXXXX); trap 'rm -rf "$work"' EXIT
chmod 755 "$work"; cd "$work"

# #region reach
as_nobody() {
  setpriv --reuid=65534 --regid=65534 --clear-groups "$@" 2>&1 || true
}

mkdir conf && echo 'port=8080' > conf/app.conf
chmod 644 conf/app.conf && chmod 700 conf
echo "file 644, directory 700: $(as_nobody cat conf/app.conf)"

chmod 711 conf                          # x without r: pass through, do not list
echo "directory 711, cat: $(as_nobody cat conf/app.conf)"
echo "directory 711, ls:  $(as_nobody ls conf)"

mkdir drop && chmod 777 drop
echo secret > drop/keys && chmod 600 drop/keys
# Needs w on the directory, nothing on the file.
as_nobody rm -f drop/keys
echo "left in drop: $(find drop -type f | wc -l)"
# #endregion reach

#!/usr/bin/env bash
# Shows that a deleted file keeps its space while a process holds it open. Runs in an empty folder.
set -euo pipefail

# #region demo
exec 3> app.log                       # this shell opens the log as descriptor 3
head -c 5000000 /dev/zero >&3         # 5 MB of "log"
rm app.log                            # the name is gone...

echo "names left: $(find . -name app.log | wc -l)"
echo "descriptor: $(readlink "/proc/$$/fd/3" | sed 's|.*/||')"
echo "bytes held: $(stat -L -c %s "/proc/$$/fd/3")"

: > "/proc/$$/fd/3"                   # empty it without a name
echo "after truncating: $(stat -L -c %s "/proc/$$/fd/3")"
exec 3>&-                             # closing gives the inode back too
# #endregion demo

#!/usr/bin/env bash
# Mode bits of files and directories. Runs in an empty folder.
set -euo pipefail

show() { stat -c '%A %a %n' "$@"; }

# #region umask
umask 022; touch default.env
umask 027; touch private.env; mkdir private.d
umask 022
show default.env private.env private.d
# #endregion umask

# #region chmod
echo 'DB_PASSWORD=change-me' > api.env
chmod 640 api.env                     # absolute: exactly these nine bits
show api.env
chmod o-r,g+w default.env             # relative: changes only what it names
show default.env

mkdir -p photos/2026 && touch photos/2026/mug.jpg
chmod -R u=rwX,g=rX,o= photos         # X: execute for directories only
show photos photos/2026/mug.jpg

mkdir shared && chmod 2770 shared     # setgid: new files take its group
show shared
# #endregion chmod

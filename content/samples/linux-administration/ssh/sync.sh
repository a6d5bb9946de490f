#!/usr/bin/env bash
# needs: rsync
# What the trailing slash and --delete do, between two local folders. Runs in an empty folder.
set -euo pipefail

mkdir -p photos && echo 1 > photos/mug.jpg && echo 2 > photos/cup.jpg
touch -d yesterday photos

# #region sync
rsync -a photos  backup-a/             # the folder itself
rsync -a photos/ backup-b/             # its contents
find backup-a backup-b -name mug.jpg | sort

rm photos/cup.jpg
rsync -a --delete --dry-run --itemize-changes photos/ backup-b/
rsync -a --delete photos/ backup-b/    # the same, without --dry-run
echo "files in backup-b: $(find backup-b -type f | wc -l)"
# #endregion sync

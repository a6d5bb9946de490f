#!/usr/bin/env bash
# The first commands, to be typed one by one. Run in an empty folder.
set -euo pipefail
exec 2>&1
# #region look
mkdir -p notes/old                   # make a folder, and the one above it
echo 'tea pot: 3 left' > notes/today.txt
cp notes/today.txt notes/old/        # copy: the original stays
mv notes/today.txt notes/monday.txt  # move: also the way to rename
ls -F notes                          # what is here? a folder gets a slash
cat notes/monday.txt                 # show a short file
find . -name '*.txt' | sort          # where is it? from here downward
# #endregion look
# #region remove
rm -r notes/old                      # gone for good: no waste basket
ls -F notes
ls -F notes/old || echo "exit code $?"
# #endregion remove

#!/usr/bin/env bash
# Where standard output and standard error go. Runs in an empty folder.
set -euo pipefail

# #region streams
report() { echo "3 orders"; echo "warning: 1 without payment" >&2; }

report > data.txt 2> messages.txt      # two streams, two files
report > both.txt 2>&1                 # 1 to the file, then 2 to where 1 goes
swapped=$(report 2>&1 > right.txt)     # 2 to where 1 went BEFORE: the caller

echo "data.txt:     $(cat data.txt)"
echo "messages.txt: $(cat messages.txt)"
echo "both.txt:     $(wc -l < both.txt) lines"
echo "swapped:      $swapped"
# #endregion streams

# #region same-file
printf 'b\na\n' > names.txt
sort names.txt > names.txt             # the shell empties the file first
echo "names.txt after 'sort names.txt > names.txt': $(wc -c < names.txt) bytes"
# #endregion same-file

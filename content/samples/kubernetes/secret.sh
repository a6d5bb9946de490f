#!/usr/bin/env bash
# What base64 does to a password, and what it does not do.
set -euo pipefail
# #region decode
stored=$(printf 'local-only-change-me' | base64)
echo "in the Secret object:  $stored"
echo "one command later:     $(printf '%s' "$stored" | base64 --decode)"

# A classic: echo adds a line feed, and it becomes part of the password.
echo 'local-only-change-me' |
  base64 --wrap=0 | base64 --decode | wc --bytes
printf '%s' 'local-only-change-me' |
  base64 --wrap=0 | base64 --decode | wc --bytes
# #endregion decode

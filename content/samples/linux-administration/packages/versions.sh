#!/usr/bin/env bash
# needs: dpkg
# How dpkg orders version numbers. Runs anywhere on Debian or Ubuntu.
set -euo pipefail

# #region versions
newer() {
  if dpkg --compare-versions "$1" gt "$2"; then echo "$1  is newer than  $2"
  else echo "$1  is NOT newer than  $2"; fi
}

newer 3.0.17-1~deb12u2  3.0.17-1~deb12u1   # a security fix, same upstream
newer 1.10              1.9                # numbers, not letters
newer 2.0~rc1           2.0                # ~ sorts before everything
newer 1:1.0             2.0                # an epoch beats all of it
# #endregion versions

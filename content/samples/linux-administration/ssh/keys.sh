#!/usr/bin/env bash
# needs: ssh
# Makes a key pair, restricts it, and asks ssh what it would do. Runs in an empty folder.
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# #region keys
# CI: no passphrase.
ssh-keygen -q -t ed25519 -N '' -C 'backup@shop' -f shop_backup
stat -c '%a %n' shop_backup shop_backup.pub

# What the server keeps in ~/.ssh/authorized_keys: this key may do one thing.
only='command="/usr/local/bin/dump-orders",from="10.20.0.0/16"'
echo "restrict,$only $(cat shop_backup.pub)" > authorized_keys
# Valid? Length, comment, type.
ssh-keygen -l -f authorized_keys | cut -d' ' -f1,3-

ssh -T -G -F "$HERE/config" shop-api |                      # what would ssh do?
  grep -E '^(user|hostname|proxyjump|identitiesonly|serveraliveinterval) '
# #endregion keys

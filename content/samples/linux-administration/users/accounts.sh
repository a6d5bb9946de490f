#!/usr/bin/env bash
# needs: root
# Creates the shop's accounts in a stand-in for /etc, so the machine stays as it is. Runs in an empty folder.
set -euo pipefail
export PATH="$PATH:/usr/sbin"
mkdir -p root/etc root/home
touch root/etc/{passwd,group,shadow,gshadow}
in_root() { local command=$1; shift; "$command" --prefix "$PWD/root" "$@" 2>/dev/null; }
useradd()  { in_root /usr/sbin/useradd "$@"; }
groupadd() { in_root /usr/sbin/groupadd "$@"; }
usermod()  { in_root /usr/sbin/usermod "$@"; }

# #region accounts
groupadd --system shop-ops
useradd --system --user-group --no-create-home \
        --shell /usr/sbin/nologin shop-notify    # runs a service, never logs in
useradd --user-group --create-home --shell /bin/bash ana   # a person
usermod --append --groups shop-ops ana           # -a: keep the groups she has
# #endregion accounts

cut -d: -f1,3,4,7 root/etc/passwd
cut -d: -f1,3,4 root/etc/group
cut -d: -f1,2 root/etc/shadow
